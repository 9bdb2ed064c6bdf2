using System.Text.RegularExpressions;
using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Turns what an application looks at into what sets it.</summary>
internal static partial class SwitchSettings
{
    /// <summary>Turns.</summary>
    public static FoundSwitch For(EngineComparison comparison, SwitchInput input, IReadOnlyList<SourceText> sources, string directory)
    {
        var place = SwitchFinder.Place(input, directory);
        if (input.Kind == SwitchKind.Position)
        {
            return new FoundSwitch(null, $"{place} chooses the provider by {input.Description}, and '--provider NAME' comes before all others: let it read an option by its name, or an environment variable.");
        }

        if (input.Kind == SwitchKind.Flag)
        {
            return Found(
                input,
                $"{place} looks whether the arguments contain {string.Join(" or ", comparison.Values.Values)}",
                engine => comparison.Values.TryGetValue(engine, out var flag) ? SwitchSetting.Argued(flag) : SwitchSetting.None);
        }

        if (comparison.ValueFor(Engine.Sqlite) is not { } sqlite || comparison.ValueFor(Engine.MySql) is not { } mySql)
        {
            return FoundSwitch.None;
        }

        var reason = $"{place} reads {input.Description}, and {SwitchFinder.Place(input with { Source = comparison.Source, Position = comparison.Position }, directory)} tells {sqlite} from {mySql}";
        string Value(Engine engine) => engine == Engine.Sqlite ? sqlite : mySql;
        return input.Kind switch
        {
            SwitchKind.Variable => Found(input, reason, engine => SwitchSetting.Variable(input.Name, Value(engine))),
            SwitchKind.Option => Found(input, reason, engine => input.Name.EndsWith('=') ? SwitchSetting.Argued(input.Name + Value(engine)) : SwitchSetting.Argued(input.Name, Value(engine))),
            _ => OfSetting(input, reason, Value, sources, place),
        };
    }

    private static FoundSwitch OfSetting(SwitchInput input, string reason, Func<Engine, string> value, IReadOnlyList<SourceText> sources, string place)
    {
        // A builder of the file's own knows what it was given; otherwise the configuration is the host's.
        var builders = Builder().IsMatch(input.Source.Code) ? [input.Source] : sources;
        var code = builders.Select(source => source.Code).FirstOrDefault(text => Host().IsMatch(text) || CommandLine().IsMatch(text) || Variables().IsMatch(text));

        // The tool always passes '--provider NAME', which would win over a variable.
        var isProvider = input.Name.Equals("provider", StringComparison.OrdinalIgnoreCase);
        if (code is not null && (CommandLine().IsMatch(code) && (isProvider || !(Host().IsMatch(code) || Variables().IsMatch(code)))))
        {
            return Found(input, reason, engine => SwitchSetting.Argued($"--{input.Name}", value(engine)));
        }

        if (code is not null)
        {
            var prefix = Host().IsMatch(code) ? string.Empty : Variables().Match(code).Groups["prefix"].Value;
            return Found(input, reason, engine => SwitchSetting.Variable(prefix + input.Name.Replace(":", "__", StringComparison.Ordinal), value(engine)));
        }

        return new FoundSwitch(null, $"{place} chooses the provider by {input.Description}, which is read from files alone: add .AddEnvironmentVariables() to its ConfigurationBuilder, then run init again.");
    }

    private static FoundSwitch Found(SwitchInput input, string reason, Func<Engine, SwitchSetting> setting) =>
        new(new EngineSwitch(setting(Engine.Sqlite), setting(Engine.MySql), input, reason), null);

    [GeneratedRegex("""\bnew\s+ConfigurationBuilder\b""")]
    private static partial Regex Builder();

    [GeneratedRegex("""\b(?:WebApplication|Host|WebHost)\s*\.\s*Create(?:Default|Application|Slim|Empty)?Builder\s*\(|\bFunctionsApplication\s*\.\s*CreateBuilder""")]
    private static partial Regex Host();

    [GeneratedRegex("""\.AddCommandLine\s*\(|\bCreate\w*Builder\s*\(\s*args\b""")]
    private static partial Regex CommandLine();

    [GeneratedRegex("""\.AddEnvironmentVariables\s*\(\s*(?:(?:prefix\s*:\s*)?"(?<prefix>[^"]*)")?""")]
    private static partial Regex Variables();
}
