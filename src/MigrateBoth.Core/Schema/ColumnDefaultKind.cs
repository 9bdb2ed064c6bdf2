namespace MigrateBoth.Core.Schema;

/// <summary>What a <see cref="ColumnDefault"/> is made of.</summary>
public enum ColumnDefaultKind
{
    /// <summary>A quoted text literal.</summary>
    Text,

    /// <summary>A number, or a boolean keyword written as 0 or 1.</summary>
    Number,

    /// <summary>A binary literal; the value is <c>0x</c> followed by upper-case hexadecimal digits.</summary>
    Binary,

    /// <summary>Anything the server computes, such as <c>CURRENT_TIMESTAMP</c> or <c>(1 + 1)</c>.</summary>
    Expression,
}
