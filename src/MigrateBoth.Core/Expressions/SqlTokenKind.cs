namespace MigrateBoth.Core.Expressions;

/// <summary>What a <see cref="SqlToken"/> is.</summary>
public enum SqlTokenKind
{
    /// <summary>A keyword, function or bare identifier.</summary>
    Word,

    /// <summary>A quoted identifier.</summary>
    Quoted,

    /// <summary>A text literal.</summary>
    String,

    /// <summary>A numeric literal.</summary>
    Number,

    /// <summary>A binary literal.</summary>
    Binary,

    /// <summary>An operator, a parenthesis or a comma.</summary>
    Symbol,
}
