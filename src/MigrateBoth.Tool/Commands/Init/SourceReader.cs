using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>
/// Reads declarations from C# text. Nothing is compiled: <c>init</c> has to answer for projects that do not build yet, and what it
/// concludes is shown before it is written and checked by the first command that builds.
/// </summary>
internal static partial class SourceReader
{
    /// <summary>The classes of a file.</summary>
    public static IEnumerable<ClassFacts> Classes(string project, string source)
    {
        var code = Comment().Replace(source, match => match.Groups["text"].Success ? match.Value : " ");
        var namespaces = NamespaceName().Matches(code);
        foreach (Match match in Class().Matches(code))
        {
            var space = namespaces.LastOrDefault(candidate => candidate.Index < match.Index)?.Groups["name"].Value ?? string.Empty;
            var bases = Split(match.Groups["bases"].Value.Split(" where ")[0]).Select(Short).Where(name => name.Length > 0).ToList();
            yield return new ClassFacts(project, space, match.Groups["name"].Value, match.Groups["modifiers"].Value.Contains("abstract", StringComparison.Ordinal), bases);
        }
    }

    /// <summary>The migration of a file, or null.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="folder">The file's folder relative to the project.</param>
    /// <param name="source">The file's text.</param>
    public static MigrationFacts? Migration(string project, string folder, string source)
    {
        if (MigrationAttribute().Match(source) is not { Success: true } id)
        {
            return null;
        }

        var type = ContextAttribute().Match(source) is { Success: true } match ? match.Groups["type"].Value : null;
        var context = type is null ? null : Short(type);
        var engine = EngineWords.OfName(folder) ?? EngineWords.OfName(NamespaceName().Match(source).Value)
            ?? EngineWords.OfName(Path.GetFileNameWithoutExtension(project)) ?? EngineWords.OfCode(source) ?? (context is null ? null : EngineWords.OfName(context));
        return new MigrationFacts(project, folder, id.Groups["id"].Value, context, engine) { Scopes = type is null ? [] : Scopes(source, type) };
    }

    /// <summary>Where C# looks for a name: in the namespaces around it, and in those that the file uses.</summary>
    private static List<string> Scopes(string source, string type)
    {
        var path = type.Replace("global::", string.Empty, StringComparison.Ordinal);
        var qualifier = path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : string.Empty;
        var spaces = new List<string> { string.Empty };
        spaces.AddRange(UsingName().Matches(source).Select(match => match.Groups["name"].Value));
        for (var around = NamespaceName().Match(source).Groups["name"].Value; around.Length > 0; around = around[..Math.Max(around.LastIndexOf('.'), 0)])
        {
            spaces.Add(around);
        }

        return [.. spaces.Select(space => string.Join('.', new[] { space, qualifier }.Where(part => part.Length > 0)))];
    }

    /// <summary>Base types apart, though commas stand in their arguments too.</summary>
    private static IEnumerable<string> Split(string bases)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < bases.Length; i++)
        {
            depth += bases[i] switch { '<' or '(' => 1, '>' or ')' => -1, _ => 0 };
            if (bases[i] == ',' && depth == 0)
            {
                yield return bases[start..i];
                start = i + 1;
            }
        }

        yield return bases[start..];
    }

    /// <summary><c>Shop.Data.Base&lt;Shop.Context&gt;(options)</c> as <c>Base&lt;Context&gt;</c>.</summary>
    private static string Short(string type)
    {
        var name = type.Split('(')[0].Replace("global::", string.Empty, StringComparison.Ordinal).Trim();
        return Qualifier().Replace(name, string.Empty);
    }

    [GeneratedRegex("""(?<text>@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""\bnamespace\s+(?<name>[\w.]+)""")]
    private static partial Regex NamespaceName();

    [GeneratedRegex("""^\s*using\s+(?:global::)?(?<name>[\w.]+)\s*;""", RegexOptions.Multiline)]
    private static partial Regex UsingName();

    [GeneratedRegex("""(?<modifiers>(?:\b(?:public|internal|private|protected|sealed|abstract|partial|static|file)\s+)*)\bclass\s+(?<name>\w+)\s*(?:<[^>{;]*>)?\s*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\s*(?::\s*(?<bases>[^{;]+))?\s*[{;]""")]
    private static partial Regex Class();

    [GeneratedRegex("""\[\s*(?:[\w.]*\.)?Migration(?:Attribute)?\s*\(\s*"(?<id>[^"]+)"\s*\)""")]
    private static partial Regex MigrationAttribute();

    [GeneratedRegex("""(?:[\w.]*\.)?DbContext(?:Attribute)?\s*\(\s*typeof\s*\(\s*(?<type>[\w.:]+)\s*\)""")]
    private static partial Regex ContextAttribute();

    [GeneratedRegex("""\w+\.(?=\w)""")]
    private static partial Regex Qualifier();
}
