namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>What migrateboth.json says so that the application makes its context for one engine.</summary>
/// <param name="Arguments">Arguments for its factory or host.</param>
/// <param name="Environment">Environment variables.</param>
internal sealed record SwitchSetting(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Nothing.</summary>
    public static SwitchSetting None { get; } = new([], new Dictionary<string, string>());

    /// <summary>Arguments alone.</summary>
    public static SwitchSetting Argued(params string[] arguments) => None with { Arguments = arguments };

    /// <summary>One variable.</summary>
    public static SwitchSetting Variable(string name, string value) => None with { Environment = new Dictionary<string, string> { [name] = value } };

    /// <summary>For people.</summary>
    public override string ToString() => Arguments.Count + Environment.Count == 0
        ? "nothing"
        : string.Join(' ', Arguments.Concat(Environment.Select(variable => $"{variable.Key}={variable.Value}")));
}
