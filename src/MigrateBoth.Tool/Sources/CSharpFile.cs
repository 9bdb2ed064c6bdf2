using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Sources;

/// <summary>A C# file and its syntax tree. Nothing is compiled: a project that does not build yet can be read as well.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Text">Its text.</param>
/// <param name="Root">Its syntax tree.</param>
internal sealed record CSharpFile(string Path, string Text, CompilationUnitSyntax Root)
{
    // The branches that a build of today takes.
    private static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview,
        DocumentationMode.None,
        preprocessorSymbols: ["DEBUG", "TRACE", "NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <summary>Reads a file.</summary>
    public static CSharpFile Read(string path) => Parse(path, File.ReadAllText(path));

    /// <summary>Parses a text.</summary>
    /// <param name="path">The file it is of.</param>
    /// <param name="text">The text; what is wrong in it is skipped.</param>
    public static CSharpFile Parse(string path, string text) => new(path, text, (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, Options).GetRoot());

    /// <summary>The line of a node, from 1.</summary>
    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
