using System.Text.RegularExpressions;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>Distinguishes a scaffolder's new files from those that replace existing ones.</summary>
internal static class ScaffoldedFiles
{
    /// <summary>Whether the file is the migration or its Designer file; the other one is the snapshot.</summary>
    public static bool IsOfMigration(ScaffoldedFile file, string id) =>
        Path.GetFileName(file.Path).StartsWith(id + ".", StringComparison.Ordinal);

    /// <summary>The files of one side as a change to write.</summary>
    public static IEnumerable<PairFile> ToPairFiles(ScaffoldedMigration side) =>
        side.Files.Select(file => new PairFile(file.Path, file.Content, MustBeNew: IsOfMigration(file, side.Id)));
}

/// <summary>Reads the namespace of the class and the used types from scaffolded C#.</summary>
internal static partial class ScaffoldedCode
{
    /// <summary>The namespace of the file, or empty for the global one.</summary>
    public static string Namespace(string code) => NamespaceDeclaration().Match(code) is { Success: true } match ? match.Groups["name"].Value : string.Empty;

    /// <summary>
    /// Whether the code uses the name for something else than the migration's own class. Inside of that class the name would
    /// mean the migration: <c>Up</c> clashes with the method, <c>MigrationBuilder</c> with its parameter's type.
    /// </summary>
    public static bool Uses(string code, string name)
    {
        var plain = NotCode().Replace(code, " ");
        return Regex.Matches(plain, $@"(?<![\w.@]){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant).Any(match => !IsHarmless(plain, match));
    }

    // The class itself; a named argument or a member of an anonymous type (name: or name =), which are no types; a lambda's parameter.
    private static bool IsHarmless(string code, Match match) =>
        code[..match.Index].EndsWith("partial class ", StringComparison.Ordinal) || FollowsAsLabel().IsMatch(code[(match.Index + match.Length)..Math.Min(code.Length, match.Index + match.Length + 8)]);

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.@]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceDeclaration();

    // Verbatim strings, strings, characters, comments, and the lines whose names are namespaces.
    [GeneratedRegex("""
        @"(?:[^"]|"")*"|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\])+'|//[^\r\n]*|/\*[\s\S]*?\*/|^\s*(?:using|namespace)\s[^\r\n]*
        """, RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NotCode();

    [GeneratedRegex(@"^\s*(?::(?!:)|=)", RegexOptions.CultureInvariant)]
    private static partial Regex FollowsAsLabel();
}
