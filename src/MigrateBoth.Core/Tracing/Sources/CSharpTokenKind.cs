namespace MigrateBoth.Core.Tracing.Sources;

/// <summary>The kinds of tokens that are told apart.</summary>
internal enum CSharpTokenKind
{
    /// <summary>An identifier or keyword, without an at sign.</summary>
    Identifier,

    /// <summary>A string of any form.</summary>
    String,

    /// <summary>A number or character.</summary>
    Other,

    /// <summary>One character of punctuation.</summary>
    Punctuation,
}
