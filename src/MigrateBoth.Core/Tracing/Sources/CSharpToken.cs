namespace MigrateBoth.Core.Tracing.Sources;

/// <summary>A token of C#, as far as telling calls and their arguments apart needs it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">An identifier or a punctuation mark as written, a string's value; null for a string whose value is not plain.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="At">Where it begins in the text.</param>
internal readonly record struct CSharpToken(CSharpTokenKind Kind, string? Text, int Line, int At)
{
    public bool Is(char punctuation) => Kind == CSharpTokenKind.Punctuation && Text![0] == punctuation;
}
