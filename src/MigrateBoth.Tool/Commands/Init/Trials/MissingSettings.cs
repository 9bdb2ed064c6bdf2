using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MigrateBoth.Core;
using MigrateBoth.Tool.Commands.Init.Switches;
using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Commands.Init.Trials;

/// <summary>
/// Settings that the application insists on before it makes a context, and that are not set at design time: those that its sources read and
/// its message names. Placeholders do, because nothing connects anywhere.
/// </summary>
/// <param name="workspace">All projects.</param>
internal sealed class MissingSettings(Workspace workspace)
{
    // Long enough for a key, and not a number.
    private const string Anything = "placeholder-at-design-time-0123456789";

    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<IReadOnlyList<Setting>> _settings = new(() =>
        [.. workspace.Applications.Where(project => !project.IsOrchestrator).SelectMany(project => project.Sources).SelectMany(In).DistinctBy(setting => setting.Variable, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Placeholders for what a trial lacked and has not been given yet; null when that is nothing.</summary>
    public EngineSwitch? Of(TrialOutcome outcome)
    {
        var said = EngineNames.All.Select(engine => outcome[engine]?.MissingOptions).Concat(outcome.Failures.Values.Select(failure => failure.Message)).OfType<string>().ToList();
        if (said.TrueForAll(text => text.Contains("AutoDetect", StringComparison.Ordinal)))
        {
            return null;
        }

        var missing = _settings.Value.Where(setting => Environment.GetEnvironmentVariable(setting.Variable) is null && said.Exists(setting.IsMeantBy)).Where(setting => _given.Add(setting.Variable)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        SwitchSetting Placeholders(Engine engine) => SwitchSetting.None with
        {
            Environment = missing.ToDictionary(setting => setting.Variable, setting => setting.IsConnection ? PlaceholderConnections.Of(engine) : Anything),
        };
        return new EngineSwitch(
            Placeholders(Engine.Sqlite),
            Placeholders(Engine.MySql),
            missing.TrueForAll(setting => setting.IsConnection)
                ? $"the application reads the connection string {string.Join(", ", missing.Select(setting => setting.Name))}, which is not set at design time and never used there"
                : $"the application insists on {string.Join(", ", missing.Select(setting => setting.Name))}, which no setting gives at design time: placeholders");
    }

    private static IEnumerable<Setting> In(CSharpFile file) => file.Root.DescendantNodes().Select(node => node switch
    {
        InvocationExpressionSyntax call when Syntax.Method(call) == "GetConnectionString" && Syntax.Passed(call) is [.., LiteralExpressionSyntax { Token.Value: string name }] => new Setting(name, $"ConnectionStrings__{name}", IsConnection: true),
        InvocationExpressionSyntax call when Syntax.Method(call) == "GetEnvironmentVariable" && Syntax.Passed(call) is [LiteralExpressionSyntax { Token.Value: string name }, ..] => new Setting(name, name, LooksLikeConnection(name)),
        InvocationExpressionSyntax call when Syntax.Method(call) is "GetValue" or "GetRequiredValue" && Syntax.Passed(call) is [LiteralExpressionSyntax { Token.Value: string key }, ..] => OfKey(key),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } access when access.Expression.ToString().Contains("onfig", StringComparison.Ordinal) => OfKey(key),
        LiteralExpressionSyntax { Token.Value: string key } when key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase) && !key.Contains(' ', StringComparison.Ordinal) => OfKey(key),
        _ => null,
    }).OfType<Setting>().Where(setting => setting.Name.Length > 0);

    private static Setting OfKey(string key) => key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase) && key["ConnectionStrings:".Length..] is var name
        ? new Setting(name, $"ConnectionStrings__{name}", IsConnection: true)
        : new Setting(key, key.Replace(":", "__", StringComparison.Ordinal), LooksLikeConnection(key));

    private static bool LooksLikeConnection(string name) =>
        name.Contains("connection", StringComparison.OrdinalIgnoreCase) || name.Contains("database_url", StringComparison.OrdinalIgnoreCase) || name.Contains("dsn", StringComparison.OrdinalIgnoreCase);

    /// <param name="Name">How the sources call it.</param>
    /// <param name="Variable">The environment variable that sets it.</param>
    /// <param name="IsConnection">Whether it is a connection string.</param>
    private sealed record Setting(string Name, string Variable, bool IsConnection)
    {
        /// <summary>Whether the application's message is about it: by its name, or as a connection string that is not there.</summary>
        public bool IsMeantBy(string text) =>
            Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(Name)}(?!\w)", RegexOptions.CultureInvariant)
            || (IsConnection && (text.Contains("connectionString", StringComparison.OrdinalIgnoreCase) || text.Contains("connection string", StringComparison.OrdinalIgnoreCase)));
    }
}
