using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>The application's own switch between the engines.</summary>
/// <param name="Sqlite">What sets it to SQLite.</param>
/// <param name="MySql">What sets it to MySQL.</param>
/// <param name="Reason">Why it is believed to be one, with file and line.</param>
internal sealed record EngineSwitch(SwitchSetting Sqlite, SwitchSetting MySql, string Reason)
{
    /// <summary>What sets it to an engine.</summary>
    public SwitchSetting this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>Two switches that are set together.</summary>
    public EngineSwitch With(EngineSwitch other) => new(Sqlite.With(other.Sqlite), MySql.With(other.MySql), string.Join("; ", new[] { Reason, other.Reason }.Where(reason => reason.Length > 0)));
}

/// <summary>The settings in migrateboth.json with which the application creates its context for one engine.</summary>
/// <param name="Arguments">Arguments for its factory or host.</param>
/// <param name="Environment">Environment variables.</param>
internal sealed record SwitchSetting(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>A setting without arguments and variables.</summary>
    public static SwitchSetting None { get; } = new([], new Dictionary<string, string>());

    /// <summary>A setting that consists of application arguments.</summary>
    public static SwitchSetting Argued(params string[] arguments) => None with { Arguments = arguments };

    /// <summary>A setting that consists of one environment variable.</summary>
    public static SwitchSetting Variable(string name, string value) => None with { Environment = new Dictionary<string, string> { [name] = value } };

    /// <summary>Both; of two values of one variable the first.</summary>
    public SwitchSetting With(SwitchSetting other) => new(
        [.. Arguments, .. other.Arguments],
        Environment.Concat(other.Environment.Where(variable => !Environment.ContainsKey(variable.Key))).ToDictionary());

    /// <summary>The setting in words, for messages.</summary>
    public override string ToString() => Arguments.Count + Environment.Count == 0
        ? "nothing"
        : string.Join(' ', Arguments.Concat(Environment.Select(variable => $"{variable.Key}={variable.Value}")));
}

/// <summary>The result of the search for the application's own switch.</summary>
/// <param name="Switch">The switch, or null when there is none that can be set from outside for certain.</param>
/// <param name="Obstacle">What is in the way of one that is there, as a sentence; null when there is nothing to say.</param>
internal sealed record FoundSwitch(EngineSwitch? Switch, string? Obstacle)
{
    /// <summary>What else may be the switch, the likeliest first, if this one has no effect.</summary>
    public IReadOnlyList<EngineSwitch> Others { get; init; } = [];

    /// <summary>There is none.</summary>
    public static FoundSwitch None { get; } = new(null, null);
}
