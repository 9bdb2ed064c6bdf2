using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>
/// Finds how an application itself chooses between the engines, so that it can be used as it is. Sources are read, not run: what is
/// found is tried, and shown with its place, before it is written.
/// </summary>
internal static class SwitchFinder
{
    /// <summary>Finds how the application selects the engine.</summary>
    /// <param name="workspace">All projects.</param>
    /// <param name="layout">The context.</param>
    /// <param name="startup">The project that is run to make it.</param>
    /// <param name="directory">What paths are shown relative to.</param>
    public static FoundSwitch Find(Workspace workspace, FoundLayout layout, FoundStartup startup, string directory)
    {
        var sources = Sources(workspace, layout, startup);
        var values = new SwitchValues(sources);
        var choosing = sources.Where(source => ProviderCalls.Choose(source.Root)).ToList();
        var resolver = new InputResolver(sources, values);
        var comparisons = new EngineComparisons(values);
        var named = Ranked(choosing.SelectMany(source => comparisons.Find(source).Concat(BooleanChoices.Find(source, values)))
            .Select(comparison => (comparison, Flag(comparison) ?? resolver.Resolve(comparison.Expression, comparison.File))));

        // A condition that names no engine is only asked where none that does is set from outside.
        var branches = new BranchChoices(values, new InputResolver(sources, values, withConnections: true));
        var unnamed = Ranked(choosing.SelectMany(branches.Find).Select(choice => (choice.Comparison, (SwitchInput?)choice.Input)));
        var choices = named.Count > 0 ? named : unnamed;
        var first = choices.GroupBy(choice => Rank(choice.Input.File, layout, startup)).OrderBy(group => group.Key).FirstOrDefault()?.ToList();
        if (first is null)
        {
            return FoundSwitch.None;
        }

        var settings = choices.Concat(named.Count > 0 ? unnamed : []).Select(choice => SwitchSettings.For(choice.Comparison, choice.Input, sources, directory)).ToList();
        List<EngineSwitch> others = [.. settings.SelectMany(setting => setting.Others.Prepend(setting.Switch)).OfType<EngineSwitch>()];

        // Several that are looked at together are set together.
        var all = settings.Take(first.Count).Select(setting => setting.Switch).OfType<EngineSwitch>().ToList();
        if (first.Count > 1 && all.Count > 1)
        {
            others.Insert(0, all.Aggregate((one, other) => one.With(other)));
        }

        // Two contexts have a provider each. Whether the application registers both at once, or only the one that it is set to, is tried.
        return layout.Layout == MigrationsLayout.Contexts ? FoundSwitch.None with { Others = others }
            : first.Count == 1 ? settings[0] with { Others = [.. others.Where(other => other != settings[0].Switch)] }
            : new FoundSwitch(null, $"The application reads {string.Join(" and at ", first.Select(choice => $"{choice.Input.Description} ({Place(choice.Input, directory)})"))} to choose the provider: set \"arguments\" or \"environment\" per engine in migrateboth.json.")
            {
                Others = others,
            };

        List<(EngineComparison Comparison, SwitchInput Input)> Ranked(IEnumerable<(EngineComparison Comparison, SwitchInput? Input)> found) =>
            [.. found.Where(choice => choice.Input is not null).Select(choice => (choice.Comparison, Input: choice.Input!))
                .OrderBy(choice => Rank(choice.Input.File, layout, startup))
                .DistinctBy(choice => (choice.Input.Kind, choice.Input.Kind is SwitchKind.Flag ? string.Empty : choice.Input.Name))];
    }

    /// <summary>A place for people: <c>src/Shop/Program.cs:12</c>.</summary>
    public static string Place(SwitchInput input, string directory) => Place(input.File, input.Node, directory);

    /// <inheritdoc cref="Place(SwitchInput, string)"/>
    public static string Place(CSharpFile file, SyntaxNode node, string directory) =>
        $"{Path.GetRelativePath(directory, file.Path).Replace('\\', '/')}:{CSharpFile.LineOf(node)}";

    private static SwitchInput? Flag(EngineComparison comparison) =>
        Syntax.LastName(comparison.Expression) is "args" or "arguments" && comparison.Values.Values.First().StartsWith('-')
            ? new SwitchInput(SwitchKind.Flag, comparison.Values.Values.First(), comparison.File, comparison.Node)
            : null;

    /// <summary>What makes the context first: EF Core asks a factory before it runs the application.</summary>
    private static int Rank(CSharpFile source, FoundLayout layout, FoundStartup startup) =>
        IsFactoryOf(source, layout) ? 0 : startup.All.Any(project => IsIn(source, project)) ? 1 : 2;

    private static bool IsFactoryOf(CSharpFile source, FoundLayout layout) =>
        source.Text.Contains("IDesignTimeDbContextFactory", StringComparison.Ordinal)
        && source.Root.DescendantNodes().OfType<GenericNameSyntax>().Any(name => name.Identifier.ValueText == "IDesignTimeDbContextFactory" && layout.IsOf(Syntax.TypeArgument(name)));

    private static bool IsIn(CSharpFile source, ProjectFacts project) => source.Path.StartsWith(project.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static List<CSharpFile> Sources(Workspace workspace, FoundLayout layout, FoundStartup startup) =>
        [.. workspace.Applications.Where(project => startup.All.Any(run => workspace.Reaches(run, project)) || layout.Needed.Contains(project))
            .SelectMany(project => project.Sources).DistinctBy(source => source.Path, StringComparer.Ordinal)
            .Where(source => !source.Text.Contains("[Migration(", StringComparison.Ordinal)).OrderBy(source => Rank(source, layout, startup))];
}
