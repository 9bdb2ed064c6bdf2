namespace MigrateBoth.Core;

/// <summary>The severity of a finding, lowest first, so that <c>severity &gt;= failOn</c> reads as it should.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing breaks.</summary>
    Info,

    /// <summary>Can break in production under conditions the tool cannot see.</summary>
    Warning,

    /// <summary>Breaks, or differs, or could not be verified.</summary>
    Error,
}
