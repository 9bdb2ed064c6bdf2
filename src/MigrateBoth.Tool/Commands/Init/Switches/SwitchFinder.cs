using System.Text.RegularExpressions;
using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>
/// Finds how an application itself chooses between the engines, so that it can be used as it is. Sources are read, not run: what is
/// found is shown with its place before it is written.
/// </summary>
internal static partial class SwitchFinder
{
    /// <summary>Finds.</summary>
    /// <param name="workspace">All projects.</param>
    /// <param name="layout">The context.</param>
    /// <param name="startup">The project that is run to make it.</param>
    /// <param name="directory">What paths are shown relative to.</param>
    public static FoundSwitch Find(Workspace workspace, FoundLayout layout, ProjectFacts startup, string directory)
    {
        // Two contexts need no switch: each has its own provider.
        if (layout.Layout == MigrationsLayout.Contexts)
        {
            return FoundSwitch.None;
        }

        var sources = Sources(workspace, layout, startup);
        var constants = Constants(sources);
        var resolver = new InputResolver(sources, constants);
        var comparisons = new EngineComparisons(constants);
        var found = sources.Where(source => EngineComparisons.Configures(source.Code))
            .SelectMany(source => comparisons.Find(source).Concat(BooleanChoices.Find(source)))
            .Select(comparison => (Comparison: comparison, Input: Flag(comparison) ?? resolver.Resolve(comparison.Expression, comparison.Source, comparison.Position)))
            .Where(choice => choice.Input is not null)
            .GroupBy(choice => Rank(choice.Input!.Source, layout, startup)).OrderBy(group => group.Key).FirstOrDefault()?
            .DistinctBy(choice => (choice.Input!.Kind is SwitchKind.Flag ? SwitchKind.Flag : choice.Input.Kind, choice.Input.Kind is SwitchKind.Flag ? "" : choice.Input.Name)).ToList();
        return found switch
        {
            null => FoundSwitch.None,
            [var only] => SwitchSettings.For(only.Comparison, only.Input!, sources, directory),
            _ => new FoundSwitch(null, $"The application looks at {string.Join(" and at ", found.Select(choice => $"{choice.Input!.Description} ({Place(choice.Input, directory)})"))} to choose the provider: set \"arguments\" or \"environment\" per engine in migrateboth.json."),
        };
    }

    /// <summary>A place for people: <c>src/Shop/Program.cs:12</c>.</summary>
    public static string Place(SwitchInput input, string directory) =>
        $"{Path.GetRelativePath(directory, input.Source.Path).Replace('\\', '/')}:{input.Source.LineOf(input.Position)}";

    private static SwitchInput? Flag(EngineComparison comparison) =>
        comparison.Expression is "args" or "arguments" && comparison.Values.Values.First().StartsWith('-')
            ? new SwitchInput(SwitchKind.Flag, comparison.Values.Values.First(), comparison.Source, comparison.Position)
            : null;

    /// <summary>What makes the context first: EF Core asks a factory before it runs the application.</summary>
    private static int Rank(SourceText source, FoundLayout layout, ProjectFacts startup) =>
        IsFactoryOf(source.Code, layout) ? 0 : IsIn(source, startup) ? 1 : 2;

    private static bool IsFactoryOf(string code, FoundLayout layout) =>
        Factory().Matches(code).Any(match => match.Groups["context"].Value is var name && name[(name.LastIndexOf('.') + 1)..] == layout.Context?.Name);

    private static bool IsIn(SourceText source, ProjectFacts project) => source.Path.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static List<SourceText> Sources(Workspace workspace, FoundLayout layout, ProjectFacts startup) =>
        [.. workspace.Applications.Where(project => project == startup || workspace.Reaches(startup, project) || layout.Needed.Contains(project))
            .SelectMany(project => SourceFolders.CSharpFiles(project.Directory)).Distinct(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .Where(file => !file.Text.Contains("[Migration(", StringComparison.Ordinal))
            .Select(file => new SourceText(file.Path, file.Text)).OrderBy(source => Rank(source, layout, startup))];

    private static Dictionary<string, string> Constants(IEnumerable<SourceText> sources) =>
        sources.SelectMany(source => Constant().Matches(source.Code)).GroupBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
            .Where(group => group.Select(match => match.Groups["value"].Value).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Groups["value"].Value, StringComparer.Ordinal);

    [GeneratedRegex("""\bIDesignTimeDbContextFactory\s*<\s*(?<context>[\w.:]+)\s*>""")]
    private static partial Regex Factory();

    [GeneratedRegex("""\b(?:const|static\s+readonly)\s+string\s+(?<name>\w+)\s*=\s*"(?<value>[^"\n]*)"\s*;""")]
    private static partial Regex Constant();
}
