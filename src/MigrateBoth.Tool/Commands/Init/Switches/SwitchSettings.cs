using MigrateBoth.Core;
using MigrateBoth.Tool.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Turns the input by which an application selects its engine into the setting that controls it.</summary>
internal static class SwitchSettings
{
    private static readonly string[] Hosts = ["CreateBuilder", "CreateDefaultBuilder", "CreateApplicationBuilder", "CreateSlimBuilder", "CreateEmptyBuilder"];

    /// <summary>Derives the settings that select each engine from a comparison in the sources.</summary>
    public static FoundSwitch For(EngineComparison comparison, SwitchInput input, IReadOnlyList<CSharpFile> sources, string directory)
    {
        var place = SwitchFinder.Place(input, directory);
        if (input.Kind == SwitchKind.Position)
        {
            return new FoundSwitch(null, $"{place} chooses the provider by {input.Description}, and '--provider NAME' comes before all others: let it read an option by its name, or an environment variable.");
        }

        if (input.Kind == SwitchKind.Flag)
        {
            return new FoundSwitch(Switch($"{place} looks whether the arguments contain {string.Join(" or ", comparison.Values.Values)}", engine => comparison.Values.TryGetValue(engine, out var flag) ? SwitchSetting.Argued(flag) : SwitchSetting.None), null);
        }

        string? Value(Engine engine) => comparison.Absent == engine ? null : comparison.ValueFor(engine);
        if (EngineNames.All.Any(engine => comparison.Absent != engine && Value(engine) is null))
        {
            return FoundSwitch.None;
        }

        var reason = $"{place} reads {input.Description}, and {SwitchFinder.Place(comparison.File, comparison.Node, directory)} tells {Value(Engine.Sqlite) ?? "nothing"} from {Value(Engine.MySql) ?? "nothing"}";
        EngineSwitch Variable(string name) => Switch(reason, engine => Value(engine) is { } value ? SwitchSetting.Variable(name, value) : SwitchSetting.None);
        EngineSwitch Argued(string name) => Switch(reason, engine => Value(engine) is not { } value ? SwitchSetting.None : name.EndsWith('=') ? SwitchSetting.Argued(name + value) : SwitchSetting.Argued(name, value));
        return input.Kind switch
        {
            SwitchKind.Variable => new FoundSwitch(Variable(input.Name), null),

            // Each host prefers one of the two; both together leave no doubt.
            SwitchKind.Environment => new FoundSwitch(Variable("ASPNETCORE_ENVIRONMENT").With(Variable("DOTNET_ENVIRONMENT") with { Reason = string.Empty }), null),
            SwitchKind.Option => new FoundSwitch(Argued(input.Name), null) { Others = [Argued(input.Name.EndsWith('=') ? input.Name.TrimEnd('=') : input.Name + "=")] },
            _ => OfSetting(input, Variable, Argued, sources, place),
        };
    }

    private static FoundSwitch OfSetting(SwitchInput input, Func<string, EngineSwitch> variable, Func<string, EngineSwitch> argued, IReadOnlyList<CSharpFile> sources, string place)
    {
        // A builder of the file's own knows what it was given; otherwise the configuration is the host's.
        var builders = Creates(input.File, "ConfigurationBuilder") ? [input.File] : sources;
        var calls = builders.Select(source => source.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList())
            .FirstOrDefault(found => found.Any(call => IsHost(call) || Syntax.Method(call) is "AddCommandLine" or "AddEnvironmentVariables"));
        var inArguments = argued($"--{input.Name}");
        if (calls is null)
        {
            return new FoundSwitch(null, $"{place} chooses the provider by {input.Description}, which is read from files alone: add .AddEnvironmentVariables() to its ConfigurationBuilder, then run init again.")
            {
                Others = [variable(input.Name.Replace(":", "__", StringComparison.Ordinal)), inArguments],
            };
        }

        var isHost = calls.Exists(IsHost);
        var readsVariables = isHost || calls.Exists(call => Syntax.Method(call) == "AddEnvironmentVariables");
        var readsArguments = calls.Exists(call => Syntax.Method(call) == "AddCommandLine" || (IsHost(call) && Syntax.Passed(call) is [IdentifierNameSyntax { Identifier.ValueText: "args" }, ..]));
        var prefix = isHost ? null : calls.Where(call => Syntax.Method(call) == "AddEnvironmentVariables").Select(call => Syntax.Passed(call)).Select(passed => passed is [LiteralExpressionSyntax { Token.Value: string text }] ? text : null).FirstOrDefault();
        var inVariable = variable(prefix + input.Name.Replace(":", "__", StringComparison.Ordinal));

        // The tool always passes '--provider NAME', which would win over a variable.
        var isProvider = input.Name.Equals("provider", StringComparison.OrdinalIgnoreCase);
        return readsArguments && (isProvider || !readsVariables)
            ? new FoundSwitch(inArguments, null) { Others = [inVariable] }
            : new FoundSwitch(inVariable, null) { Others = [inArguments] };
    }

    private static bool IsHost(InvocationExpressionSyntax call) =>
        Hosts.Contains(Syntax.Method(call), StringComparer.Ordinal)
        && Syntax.LastName(Syntax.Receiver(call)) is "WebApplication" or "Host" or "WebHost" or "FunctionsApplication";

    private static bool Creates(CSharpFile file, string type) =>
        file.Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Any(created => created.Type.ToString().EndsWith(type, StringComparison.Ordinal));

    private static EngineSwitch Switch(string reason, Func<Engine, SwitchSetting> setting) => new(setting(Engine.Sqlite), setting(Engine.MySql), reason);
}
