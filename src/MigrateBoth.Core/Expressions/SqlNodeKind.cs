namespace MigrateBoth.Core.Expressions;

/// <summary>What a <see cref="SqlNode"/> is.</summary>
internal enum SqlNodeKind
{
    /// <summary>A column.</summary>
    Identifier,

    /// <summary>A text literal.</summary>
    String,

    /// <summary>A numeric literal.</summary>
    Number,

    /// <summary>A binary literal.</summary>
    Binary,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>A word of the grammar: a type name, a unit, a collation.</summary>
    Keyword,

    /// <summary>An operator or another construct of the grammar.</summary>
    Operation,

    /// <summary>A function call.</summary>
    Function,
}
