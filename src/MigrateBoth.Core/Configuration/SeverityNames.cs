namespace MigrateBoth.Core.Configuration;

/// <summary>How severities are written in the configuration, in options and in JSON.</summary>
public static class SeverityNames
{
    /// <summary>Severities by name, gravest first.</summary>
    public static IReadOnlyDictionary<string, Severity> All { get; } = new Dictionary<string, Severity>
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    /// <summary>Severities by name, and <c>off</c> (null) for a rule that is switched off.</summary>
    public static IReadOnlyDictionary<string, Severity?> AllAndOff { get; } =
        All.ToDictionary(pair => pair.Key, pair => (Severity?)pair.Value).Append(new("off", null)).ToDictionary();

    /// <summary>The name of a severity.</summary>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
