using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Sources;

/// <summary>Inserts statements into a method of a migration.</summary>
internal static class MigrationBody
{
    private const string Step = "    ";

    /// <summary>The text with the statements in it; null where the method has no body in braces exactly once.</summary>
    /// <param name="text">The C# file.</param>
    /// <param name="method"><c>Up</c> or <c>Down</c>.</param>
    /// <param name="code">The statements, not indented.</param>
    /// <param name="atEnd">Whether they come after what is there.</param>
    public static string? Insert(string text, string method, string code, bool atEnd)
    {
        var methods = CSharpFile.Parse(string.Empty, text).Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(declared => declared.Identifier.ValueText == method && declared.ReturnType is PredefinedTypeSyntax { Keyword.ValueText: "void" }).ToList();
        if (methods is not [{ Body: { } block } only] || block.CloseBraceToken.IsMissing)
        {
            return null;
        }

        var (open, close) = (block.OpenBraceToken.SpanStart, block.CloseBraceToken.SpanStart);
        var start = text.LastIndexOf('\n', only.Identifier.SpanStart) + 1;
        var indent = text[start..(start + text[start..].TakeWhile(character => character is ' ' or '\t').Count())];
        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = code.Split('\n').Select(part => part.TrimEnd('\r', ' ')).ToList();
        var added = string.Join(line, lines.Select(part => part.Length == 0 ? part : $"{indent}{Step}{part}")).TrimEnd();
        var body = text[(open + 1)..close].TrimEnd();
        var rest = $"{line}{indent}{text[close..]}";
        return body.Length == 0 ? $"{text[..(open + 1)]}{line}{added}{rest}"
            : atEnd ? $"{text[..(open + 1)]}{body}{line}{line}{added}{rest}"
            : $"{text[..(open + 1)]}{line}{added}{line}{body}{rest}";
    }
}
