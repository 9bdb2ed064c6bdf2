using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Tests.Configuration;

public sealed class ConfigurationLoaderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("migrateboth-config-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Load_prefers_the_nearest_file()
    {
        Write("migrateboth.json", """{ "context": "Outer" }""");
        Write("a/migrateboth.json", """{ "context": "Inner" }""");
        Directory.CreateDirectory(Full("a/b/c"));

        var loaded = ConfigurationLoader.Load(new ConfigurationSources { WorkingDirectory = Full("a/b/c") });

        Assert.Equal("Inner", loaded.Context);
        Assert.Equal(Full("a/migrateboth.json"), loaded.File);
        Assert.Equal(Full("a"), loaded.BaseDirectory);
    }

    [Fact]
    public void Load_without_a_file_starts_from_the_working_directory()
    {
        var loaded = Load();

        Assert.Null(loaded.File);
        Assert.Equal(_root.FullName, loaded.BaseDirectory);
    }

    [Fact]
    public void Load_reads_every_key()
    {
        foreach (var folder in new[] { "data", "web", "lite", "my", "t" })
        {
            Directory.CreateDirectory(Full(folder));
        }

        Write("migrateboth.json", """
            {
              // comments are welcome
              "$schema": "x", "project": "data", "startupProject": "web", "context": "ShopContext", "layout": "projects",
              "sqlite": { "project": "lite", "context": "L", "migrations": "M/S", "arguments": ["--provider", ""], "environment": { "A__B": "" } },
              "mysql": { "project": "my", "context": "Y", "migrations": "M/Y", "version": "8.4", "image": "mysql:8.4", "arguments": [], "environment": {} },
              "tests": ["t"],
              "rules": { "MB702": "warning", "MB705": "off" },
              "accept": [ { "rule": "MB301", "object": "Orders.Total", "difference": "a -> b", "reason": "known", "until": "2027-01-31" } ],
            }
            """);

        var loaded = Load();

        Assert.Equal(Full("data"), loaded.Project);
        Assert.Equal(Full("web"), loaded.StartupProject);
        Assert.Equal("ShopContext", loaded.Context);
        Assert.Equal(MigrationsLayout.Projects, loaded.Layout);
        Assert.Equal(Full("lite"), loaded.Sqlite.Project);
        Assert.Equal("L", loaded.Sqlite.Context);
        Assert.Equal("M/S", loaded.Sqlite.Migrations);
        Assert.Equal(["--provider", ""], loaded.Sqlite.Arguments);
        Assert.Equal("", loaded.Sqlite.Environment["A__B"]);
        Assert.Equal(Full("my"), loaded.MySql.Project);
        Assert.Equal("8.4", loaded.MySql.Version);
        Assert.Equal("mysql:8.4", loaded.MySql.Image);
        Assert.Equal([Full("t")], loaded.Tests);
        Assert.Equal(Severity.Warning, loaded.Rules["MB702"]);
        Assert.Null(loaded.Rules["MB705"]);
        Assert.Equal([new Acceptance("MB301", "Orders.Total", "a -> b", "known", new DateOnly(2027, 1, 31))], loaded.Accept);
    }

    [Fact]
    public void Command_line_beats_environment_beats_file()
    {
        Write("migrateboth.json", """{ "context": "File", "mysql": { "image": "file", "version": "file" }, "rules": { "MB301": "off", "MB302": "off" } }""");
        var sources = new ConfigurationSources
        {
            WorkingDirectory = _root.FullName,
            Environment = new Dictionary<string, string>
            {
                ["MIGRATEBOTH_CONTEXT"] = "Environment",
                ["MIGRATEBOTH_MYSQL_IMAGE"] = "environment",
                ["MIGRATEBOTH_RULES"] = "mb302=error",
            },
            CommandLine = new ConfigurationLayer { Context = "CommandLine" },
        };

        var loaded = ConfigurationLoader.Load(sources);

        Assert.Equal("CommandLine", loaded.Context);
        Assert.Equal("environment", loaded.MySql.Image);
        Assert.Equal("file", loaded.MySql.Version);
        Assert.Null(loaded.Rules["MB301"]);
        Assert.Equal(Severity.Error, loaded.Rules["MB302"]);
    }

    [Fact]
    public void A_broken_path_that_is_overridden_does_not_matter()
    {
        Directory.CreateDirectory(Full("there"));
        Write("migrateboth.json", """{ "project": "gone" }""");
        var sources = new ConfigurationSources
        {
            WorkingDirectory = _root.FullName,
            Environment = new Dictionary<string, string> { ["MIGRATEBOTH_PROJECT"] = "there" },
        };

        Assert.Equal(Full("there"), ConfigurationLoader.Load(sources).Project);
    }

    [Theory]
    [InlineData("{\n  \"projct\": \"a\"\n}", "unknown-key", "line 2", "Did you mean 'project'?")]
    [InlineData("{\n\"mysql\": {\n  \"imgae\": \"a\" } }", "unknown-key", "line 3", "Did you mean 'mysql.image'?")]
    [InlineData("{\n\"sqlite\": { \"version\": \"3\" } }", "unknown-key", "line 2", "'sqlite.version'")]
    [InlineData("{\n  \"project\": \n}", "malformed-config", "line 3", "not valid JSON")]
    [InlineData("", "malformed-config", "line 1", "not valid JSON")]
    [InlineData("{} {}", "malformed-config", "line 1", "not valid JSON")]
    [InlineData("[]", "invalid-value", "line 1", "must be an object")]
    [InlineData("{ \"context\": 5 }", "invalid-value", "line 1", "'context' must be a text")]
    [InlineData("{ \"context\": \"\" }", "invalid-value", "line 1", "'context' is empty")]
    [InlineData("{ \"layout\": \"folder\" }", "invalid-value", "line 1", "'layout' does not take 'folder'")]
    [InlineData("{ \"context\": \"a\",\n \"context\": \"b\" }", "repeated-key", "line 2", "twice")]
    [InlineData("{ \"project\": \"gone\" }", "project-not-found", "line 1", "does not exist")]
    [InlineData("{ \"tests\": [\n \"gone\" ] }", "project-not-found", "line 2", "does not exist")]
    [InlineData("{ \"rules\": { \"MB301\": \"loud\" } }", "invalid-value", "line 1", "'rules.MB301' does not take 'loud'")]
    [InlineData("{ \"accept\": [ { \"rule\": \"MB301\" } ] }", "missing-key", "line 1", "'accept[0].object' is missing")]
    [InlineData("{ \"accept\": [ { \"rule\": \"MB301\", \"object\": \"a\", \"difference\": \"b\", \"reason\": \"c\", \"until\": \"soon\" } ] }", "invalid-value", "line 1", "not a date")]
    public void A_wrong_file_is_named_with_its_line(string text, string code, string place, string message)
    {
        Write("migrateboth.json", text);

        var error = Assert.Throws<MigrateBothException>(Load);

        Assert.Equal(ExitCode.Configuration, error.ExitCode);
        Assert.Equal(code, error.Code);
        Assert.Contains($"{Full("migrateboth.json")}, {place}", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("folders", "migrations")]
    [InlineData("contexts", "context")]
    public void A_layout_whose_two_sides_are_the_same_is_a_contradiction(string layout, string key)
    {
        Write("migrateboth.json", $$"""{ "layout": "{{layout}}", "sqlite": { "{{key}}": "Same" }, "mysql": { "{{key}}": "Same" } }""");

        Assert.Equal("configuration-contradiction", Assert.Throws<MigrateBothException>(Load).Code);
    }

    [Fact]
    public void An_unknown_rule_is_named_with_the_nearest_one()
    {
        Write("migrateboth.json", """{ "rules": { "MB310": "off" } }""");
        var sources = new ConfigurationSources { WorkingDirectory = _root.FullName, KnownRules = ["MB301", "MB901"] };

        var error = Assert.Throws<MigrateBothException>(() => ConfigurationLoader.Load(sources));

        Assert.Equal("unknown-rule", error.Code);
        Assert.Contains("Did you mean 'MB301'?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MB9999")]
    [InlineData("MB7O2")]
    [InlineData("MB999")]
    [InlineData("MB001")]
    [InlineData("MB350")]
    public void A_typing_error_is_not_taken_for_a_rule_to_come(string rule)
    {
        Write("migrateboth.json", $$"""{ "rules": { "{{rule}}": "off" } }""");
        var sources = new ConfigurationSources { WorkingDirectory = _root.FullName, KnownRules = ["MB301", "MB901"] };

        Assert.Equal("unknown-rule", Assert.Throws<MigrateBothException>(() => ConfigurationLoader.Load(sources)).Code);
    }

    [Fact]
    public void A_rule_of_a_level_that_is_still_to_come_has_no_effect_and_says_so()
    {
        Write("migrateboth.json", """{ "rules": { "MB301": "off", "MB702": "warning", "MB705": "off" } }""");
        var sources = new ConfigurationSources { WorkingDirectory = _root.FullName, KnownRules = ["MB301", "MB901"] };

        var warnings = ConfigurationLoader.Load(sources).Warnings;

        Assert.Equal(2, warnings.Count);
        Assert.Contains("MB702", warnings[0], StringComparison.Ordinal);
        Assert.Contains("portability lint", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_is_there_is_not_still_to_come()
    {
        Write("migrateboth.json", """{ "rules": { "MB702": "warning" } }""");
        var sources = new ConfigurationSources { WorkingDirectory = _root.FullName, KnownRules = ["MB301", "MB701"] };

        Assert.Contains("Did you mean 'MB701'?", Assert.Throws<MigrateBothException>(() => ConfigurationLoader.Load(sources)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<MigrateBothException>(() =>
            ConfigurationLoader.Load(new ConfigurationSources { WorkingDirectory = _root.FullName, File = "other.json" }));

        Assert.Equal("config-not-found", error.Code);
        Assert.Contains(Full("other.json"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MIGRATEBOTH_LAYOUT", "flat")]
    [InlineData("MIGRATEBOTH_RULES", "MB301")]
    [InlineData("MIGRATEBOTH_SQLITE_ENVIRONMENT", "novalue")]
    public void A_wrong_variable_is_named(string name, string value)
    {
        var sources = new ConfigurationSources
        {
            WorkingDirectory = _root.FullName,
            Environment = new Dictionary<string, string> { [name] = value },
        };

        var error = Assert.Throws<MigrateBothException>(() => ConfigurationLoader.Load(sources));

        Assert.Equal(ExitCode.Configuration, error.ExitCode);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private MigrateBothConfiguration Load() => ConfigurationLoader.Load(new ConfigurationSources { WorkingDirectory = _root.FullName });

    private string Full(string path) => Path.Combine(_root.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
