using System.Globalization;
using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Configuration.Json;

/// <summary>Parses the text of a <c>migrateboth.json</c> file.</summary>
public static class ConfigurationFile
{
    /// <summary>Reads and parses a file.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="MigrateBothException">78: not readable, not JSON, unknown key, wrong value.</exception>
    public static ConfigurationLayer Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrateBothException(ExitCode.Configuration, "config-not-readable", $"{path} cannot be read: {exception.Message}", null, exception);
        }
    }

    /// <summary>Parses a text.</summary>
    /// <param name="path">The absolute path that messages name and relative paths start from.</param>
    /// <param name="text">JSON; comments and trailing commas are welcome.</param>
    /// <exception cref="MigrateBothException">78: not JSON, unknown key, wrong value.</exception>
    public static ConfigurationLayer Parse(string path, string text)
    {
        var top = new ConfigurationSection(path, string.Empty, Root(path, text), ConfigurationNames.TopLevel);
        var roundTrip = top.Section("roundtrip", ConfigurationNames.RoundTrip);
        return new ConfigurationLayer
        {
            Project = top.PathOf("project"),
            StartupProject = top.PathOf("startupProject"),
            Context = top.Text("context"),
            Layout = top.Find("layout") is { } layout ? top.Choice(layout, ConfigurationNames.Layouts) : null,
            Sqlite = Engine(top.Section("sqlite", ConfigurationNames.Sqlite)),
            MySql = Engine(top.Section("mysql", ConfigurationNames.MySql)),
            Tests = top.Paths("tests"),
            Rules = Rules(top.Section("rules", keys: null)),
            Accept = top.Sections("accept", ConfigurationNames.Acceptance)?.Select(Accepted).ToList(),
            GateIgnore = top.Section("gate", ConfigurationNames.Gate)?.Texts("ignore"),
            Ignore = top.RequiredTexts("ignore"),
            RoundTripFrom = roundTrip?.Text("from"),
            Irreversible = roundTrip?.Sections("irreversible", ConfigurationNames.Irreversible)?
                .Select(section => new IrreversibleMigration(section.RequiredText("migration"), section.RequiredText("reason"))).ToList(),
            Baseline = Baseline(top.Section("baseline", ConfigurationNames.Baseline)),
        };
    }

    private static JsonItem Root(string path, string text)
    {
        try
        {
            return JsonItemReader.Read(text);
        }
        catch (JsonException exception)
        {
            // The parser's own message repeats the position counted from zero: editors count from one.
            var reason = exception.Message.Split(" LineNumber:")[0];
            throw new MigrateBothException(
                ExitCode.Configuration,
                "malformed-config",
                $"{path}, line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: not valid JSON. {reason}",
                "Comments and trailing commas are allowed; everything else is plain JSON.",
                exception);
        }
    }

    private static EngineLayer Engine(ConfigurationSection? section) => section is null ? EngineLayer.Empty : new EngineLayer
    {
        Project = section.PathOf("project"),
        StartupProject = section.PathOf("startupProject"),
        Context = section.Text("context"),
        Migrations = section.Text("migrations"),
        Version = section.Text("version"),
        Image = section.Text("image"),
        Arguments = section.Texts("arguments"),
        Environment = Environment(section.Section("environment", keys: null)),
    };

    private static Dictionary<string, string>? Environment(ConfigurationSection? section) =>
        section?.Members.ToDictionary(member => member.Name, section.TextOrEmpty);

    private static Dictionary<string, Severity?> Rules(ConfigurationSection? section) =>
        section?.Members.ToDictionary(member => member.Name, member => section.Choice(member, SeverityNames.AllAndOff)) ?? [];

    private static HistoryBaseline? Baseline(ConfigurationSection? section) =>
        section is null ? null : new HistoryBaseline(section.Text("sqlite"), section.Text("mysql"));

    private static Acceptance Accepted(ConfigurationSection section) => new(
        section.RequiredText("rule"),
        section.RequiredText("object"),
        section.RequiredText("difference"),
        section.RequiredText("reason"),
        section.Find("until") is { } until ? Date(section, until) : null,
        section.Text("digest"));

    private static DateOnly Date(ConfigurationSection section, JsonMember member) =>
        DateOnly.TryParseExact(section.Text(member), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw section.Wrong("invalid-value", $"'{member.Value.Text}' is not a date.", member.Value.Line, "Write it as 2026-12-31.");
}
