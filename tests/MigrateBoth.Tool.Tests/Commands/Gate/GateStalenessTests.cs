using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Sealing.Inputs;

namespace MigrateBoth.Tool.Tests.Commands.Gate;

/// <summary>What makes a report stale, and what does not.</summary>
public sealed class GateStalenessTests : IDisposable
{
    private readonly GateCheckout _checkout = new();

    [Fact]
    public async Task A_sound_report_is_let_through()
    {
        await PassAsync();

        var run = await _checkout.GateAsync();

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal("passed", run.Json.GetProperty("outcome").GetString());
        Assert.Equal(["history", "drift", "parity", "roundtrip", "behaviour"], run.Json.GetProperty("required").EnumerateArray().Select(stage => stage.GetString()));
        Assert.Contains("Passed: history, drift, parity", (await _checkout.RunAsync("gate", "--report", "verify.json")).Out, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Edits => new()
    {
        { "src/App/Migrations/Sqlite/20260101000000_Init.cs", "// edited", "stale-migrations", "changed" },
        { "src/App/Migrations/MySql/20260101000000_Init.Designer.cs", "// edited", "stale-migrations", "changed" },
        { "src/App/Migrations/MySql/ShopContextModelSnapshot.cs", "// edited", "stale-migrations", "changed" },
        { "src/App/Migrations/MySql/20260202000000_More.cs", "class More : Migration { }", "stale-migrations", "added" },
        { "src/App/Migrations/view.sql", "CREATE VIEW v AS SELECT 1", "stale-migrations", "added" },
        { "src/App/Model.cs", "class More;", "stale-model", "changed" },
        { "src/App/New.cs", "class New;", "stale-model", "added" },
        { "src/App/Features/bin/Kept.cs", "// edited", "stale-model", "changed" },
        { "src/App/Seed/2026/countries.csv", "FR,France", "stale-model", "changed" },
        { "src/App/appsettings.json", "{ }", "stale-model", "added" },
        { "src/Shared/Money.cs", "// edited", "stale-model", "changed" },
        { "linked/Clock.cs", "// edited", "stale-model", "changed" },
        { "common/Audit.cs", "// edited", "stale-model", "changed" },
        { "lib/Legacy.dll", "\0", "stale-model", "changed" },
        { "src/App/shop.db", "SQLite format 3", "stale-model", "added" },
        { "src/App/node_modules/x/index.js", "x", "stale-model", "added" },
        { "src/App/.config/x.yaml", "x", "stale-model", "added" },
        { "src/App/Native/library.fs", "module X", "stale-model", "added" },
        { "src/App/Generated/Regex.g.cs", "class Regex;", "stale-model", "added" },
        { "src/Unrelated/Unrelated.cs", "class Unrelated;", "stale-model", "added" },
        { "src/App/App.csproj.user", "<Project />", "stale-build", "added" },
        { "Directory.Build.rsp", "-p:X=1", "stale-build", "added" },
        { "src/App/.runsettings", "<RunSettings />", "stale-model", "added" },
        { "eng/common.props", "<Project />", "stale-build", "added" },
        { "src/App/.editorconfig", "root = true", "stale-build", "added" },
        { "src/App/Optional/Extra.cs", "// edited", "stale-model", "changed" },
        { "common/Common.projitems", "<!-- edited -->", "stale-build", "changed" },
        { "src/App/App.csproj", "<!-- edited -->", "stale-build", "changed" },
        { "Directory.Packages.props", "<!-- edited -->", "stale-build", "changed" },
        { "Directory.Build.props", "<Project />", "stale-build", "added" },
        { "global.json", "{ }", "stale-build", "added" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_after_the_check_is_refused_and_named(string file, string added, string code, string change)
    {
        await PassAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(_checkout.PathOf(file))!);
        _checkout.Append(file, added);

        var run = await _checkout.GateAsync();

        Assert.Equal(1, run.ExitCode);
        var refusal = Assert.Single(run.Json.GetProperty("refusals").EnumerateArray());
        Assert.Equal(code, refusal.GetProperty("code").GetString());
        var named = Assert.Single(refusal.GetProperty("files").EnumerateArray());
        Assert.Equal((file, change), (named.GetProperty("path").GetString(), named.GetProperty("change").GetString()));
        Assert.Contains(file, (await _checkout.RunAsync("gate", "--report", "verify.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_is_gone_is_refused()
    {
        await PassAsync();
        File.Delete(_checkout.PathOf("src/App/Migrations/MySql/20260101000000_Init.cs"));

        var run = await _checkout.GateAsync();

        Assert.Equal(["stale-migrations"], GateCheckout.Codes(run));
        Assert.Contains("\"removed\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_that_swap_their_contents_are_refused()
    {
        _checkout.Write("src/App/Migrations/Sqlite/20260101000000_Init.cs", "class Init : Migration { /* sqlite */ }");
        await PassAsync();
        var (sqlite, mySql) = (_checkout.PathOf("src/App/Migrations/Sqlite/20260101000000_Init.cs"), _checkout.PathOf("src/App/Migrations/MySql/20260101000000_Init.cs"));
        var was = await File.ReadAllTextAsync(sqlite);
        File.Copy(mySql, sqlite, overwrite: true);
        await File.WriteAllTextAsync(mySql, was);

        Assert.Equal(["stale-migrations"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Theory]
    [InlineData("""{ "project": "src/App", "layout": "folders", "rules": { "MB207": "off" }, "mysql": { "version": "8.4" } }""")]
    [InlineData("""{ "project": "src/App", "layout": "folders", "rules": { "MB207": "warning" }, "mysql": { "version": "8.0" } }""")]
    [InlineData("""{ "project": "src/App", "layout": "folders", "rules": { "MB207": "warning" }, "mysql": { "version": "8.4", "image": "mysql:8.0" } }""")]
    [InlineData("""{ "project": "src/App", "layout": "folders", "rules": { "MB207": "warning" }, "mysql": { "version": "8.4" }, "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y", "reason": "so" } ] }""")]
    [InlineData("""{ "project": "src/App", "layout": "folders", "rules": { "MB207": "warning" }, "mysql": { "version": "8.4" }, "baseline": { "sqlite": "20260101000000_Init" } }""")]
    public async Task Another_configuration_is_refused(string configuration)
    {
        await PassAsync();
        _checkout.Write("migrateboth.json", configuration);

        Assert.Equal(["stale-configuration"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task A_rule_that_only_the_check_s_environment_switched_off_is_refused()
    {
        _checkout.Environment["MIGRATEBOTH_RULES"] = "MB301=off";
        await PassAsync();
        _checkout.Environment.Clear();

        Assert.Equal(["stale-configuration"], GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.Environment["MIGRATEBOTH_RULES"] = "MB301=off";
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);
    }

    [Fact]
    public async Task Other_arguments_of_the_application_are_refused()
    {
        await PassAsync("--", "--tenant", "a");

        Assert.Equal(["stale-configuration"], GateCheckout.Codes(await _checkout.GateAsync()));
        Assert.Equal(0, (await _checkout.GateAsync("--", "--tenant", "a")).ExitCode);
    }

    [Fact]
    public async Task What_decides_nothing_makes_no_report_stale()
    {
        await PassAsync();
        _checkout.Append("README.md", "More.\n");
        _checkout.Write("docs/a/b.txt", "A page");
        _checkout.Write("src/App/bin/Debug/App.cs", "generated");
        _checkout.Write("src/App/obj/App.AssemblyInfo.cs", "generated");
        File.Copy(_checkout.PathOf("verify.json"), _checkout.PathOf("src/App/verify.json"));
        _checkout.Environment["MIGRATEBOTH_MYSQL_IMAGE"] = "mysql:8.4"; // The one that the check ran on.
        // Laid out anew, with a comment and the members in another order.
        _checkout.Write("migrateboth.json", """
            {
              "$schema": "https://example.org/schema.json", // for editors
              "mysql": { "version": "8.4" },
              "layout": "folders",
              "rules": { "MB207": "warning", },
              "project": "src/App",
            }
            """);

        var run = await _checkout.GateAsync();

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    [Fact]
    public async Task Only_what_is_declared_does_not_count_and_the_report_says_what_that_is()
    {
        const string Declared = """{ "project": "src/App", "layout": "folders", "gate": { "ignore": ["**/*.db", "out/**"] } }""";
        _checkout.Write("migrateboth.json", Declared);
        await PassAsync();
        _checkout.Write("src/App/shop.db", "SQLite format 3");
        _checkout.Write("out/x.cs", "class X;");
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);
        Assert.Contains("\"**/*.db\"", await File.ReadAllTextAsync(_checkout.PathOf("verify.json")), StringComparison.Ordinal);

        _checkout.Append("README.md", "More.\n");
        Assert.Equal(["stale-model"], GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.Write("migrateboth.json", Declared.Replace("out/**", "**/*.md", StringComparison.Ordinal));
        Assert.Equal(["stale-configuration", "stale-model"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task What_git_ignores_counts_where_a_build_takes_it_by_its_name_or_kind()
    {
        _checkout.Write(".gitignore", "*.user\n*.local.cs\nlogs/\n*.log\nDirectory.Build.rsp\nsecret/\n");
        await PassAsync();
        _checkout.Write("logs/today.txt", "x");
        _checkout.Write("app.log", "x");
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

        foreach (var file in new[] { "src/App/App.csproj.user", "src/App/Mine.local.cs", "src/App/Directory.Build.rsp" })
        {
            _checkout.Write(file, "x");
            Assert.Equal(1, (await _checkout.GateAsync()).ExitCode);
            File.Delete(_checkout.PathOf(file));
        }
    }

    [Fact]
    public async Task Links_that_lead_back_end_nowhere_and_count()
    {
        Directory.CreateSymbolicLink(_checkout.PathOf("src/App/loop"), _checkout.PathOf("src"));
        Directory.CreateSymbolicLink(_checkout.PathOf("src/Shared/self"), _checkout.PathOf("src/Shared"));
        await PassAsync();
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

        Directory.Delete(_checkout.PathOf(".git"), recursive: true);
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

        File.Delete(_checkout.PathOf("src/App/loop"));
        Directory.CreateSymbolicLink(_checkout.PathOf("src/App/loop"), _checkout.PathOf("src/App"));
        Assert.Equal(["stale-model"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task A_file_that_a_build_made_and_git_tracks_counts()
    {
        _checkout.Write("src/App/obj/Kept.cs", "class Kept;");
        _checkout.Git("add", "-f", "src/App/obj/Kept.cs");
        await PassAsync();
        _checkout.Append("src/App/obj/Kept.cs", "// edited");

        Assert.Equal(["stale-model"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task A_repository_inside_of_the_repository_counts()
    {
        _checkout.Write("modules/money/Rate.cs", "class Rate;");
        _checkout.Git("init", "-q", "modules/money");
        await PassAsync();
        _checkout.Append("modules/money/Rate.cs", "// edited");

        Assert.Equal(["stale-model"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Theory]
    [InlineData("DB_PASSWORD", "s3cret", "s3creu")]
    [InlineData("ConnectionStrings__Default", "Server=h;Password=s3cret", "Server=h;Password=s3creu")]
    [InlineData("Api__Token", "s3cret", "s3cret ")]
    public async Task A_secret_of_the_configuration_counts_and_is_not_shown(string name, string then, string now)
    {
        string Configured(string value) => $$"""{ "project": "src/App", "layout": "folders", "mysql": { "environment": { "{{name}}": "{{value}}" } } }""";
        foreach (var key in new[] { string.Empty, "0123456789abcdef0123456789abcdef" })
        {
            if (key.Length > 0)
            {
                _checkout.Environment["MIGRATEBOTH_GATE_KEY"] = key;
            }

            _checkout.Write("migrateboth.json", Configured(then));
            await PassAsync();
            Assert.DoesNotContain("s3cre", await File.ReadAllTextAsync(_checkout.PathOf("verify.json")), StringComparison.Ordinal);
            Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

            _checkout.Write("migrateboth.json", Configured(now));
            Assert.Equal(["stale-configuration"], GateCheckout.Codes(await _checkout.GateAsync()));
        }
    }

    [Fact]
    public async Task What_the_build_was_made_with_has_to_be_the_same()
    {
        _checkout.Write("../" + Path.GetFileName(_checkout.Root) + ".props", "<Project />");
        var outside = $"../{Path.GetFileName(_checkout.Root)}.props";
        try
        {
            _checkout.Write("src/App/bin/App.dll", "MZ");
            _checkout.App.Inspected = new InspectedBuild(
                new BuildFacts(
                    "10.0.401",
                    new Dictionary<string, string> { [outside] = FileDigest.Of(FileDigest.Read(_checkout.PathOf(outside))) },
                    new Dictionary<string, string>(),
                    new Dictionary<string, string> { ["src/App/bin/App.dll"] = BuildInspector.DigestOf(_checkout.PathOf("src/App/bin/App.dll")), ["src/App/bin/Gone.dll"] = "00" }),
                null);
            await PassAsync();
            Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

            _checkout.Write(outside, "<Project>edited</Project>");
            Assert.Equal(["stale-build"], GateCheckout.Codes(await _checkout.GateAsync()));
            File.Delete(_checkout.PathOf(outside));
            Assert.Equal(["stale-build"], GateCheckout.Codes(await _checkout.GateAsync()));
            _checkout.Write(outside, "<Project />");

            _checkout.Write("src/App/bin/App.dll", "MZ another");
            Assert.Equal(["stale-assemblies"], GateCheckout.Codes(await _checkout.GateAsync()));
            File.Delete(_checkout.PathOf("src/App/bin/App.dll"));
            Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

            _checkout.App.Sdk = "10.0.500";
            Assert.Equal(["stale-build"], GateCheckout.Codes(await _checkout.GateAsync()));
        }
        finally
        {
            File.Delete(_checkout.PathOf(outside));
        }
    }

    [Fact]
    public async Task A_build_that_is_not_of_its_sources_is_refused_with_the_reason()
    {
        _checkout.App.Inspected = _checkout.App.Inspected with { NotBuilt = "src/App/Model.cs is not in App.dll as it is" };
        await PassAsync();

        var run = await _checkout.GateAsync();

        Assert.Equal(["not-built"], GateCheckout.Codes(run));
        Assert.Contains("src/App/Model.cs is not in App.dll", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _checkout.GateAsync("--allow-no-build")).ExitCode);
    }

    [Fact]
    public async Task A_checkout_elsewhere_with_other_line_ends_and_without_git_is_the_same_commit()
    {
        await PassAsync();
        using var other = new GateCheckout();
        Directory.Delete(other.PathOf(".git"), recursive: true);
        foreach (var file in Directory.EnumerateFiles(other.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".csv", StringComparison.Ordinal) && !file.EndsWith(".dll", StringComparison.Ordinal)))
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\n", "\r\n", StringComparison.Ordinal));
        }

        var run = await other.RunInAsync(other.PathOf("src/App"), "gate", "--format", "json", "--report", _checkout.PathOf("verify.json"));

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    [Fact]
    public async Task A_binary_file_is_compared_byte_by_byte()
    {
        _checkout.Write("src/App/Seed/2026/flag.csv", "\0\r\n");
        await PassAsync();
        _checkout.Write("src/App/Seed/2026/flag.csv", "\0\n");

        Assert.Equal(["stale-model"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task Sources_that_change_during_the_check_have_no_digest()
    {
        _checkout.App.Building = _ =>
        {
            _checkout.Append("src/App/Model.cs", "// meanwhile");
            return Task.CompletedTask;
        };
        await PassAsync();

        var run = await _checkout.GateAsync();

        Assert.Equal(["inputs-unknown"], GateCheckout.Codes(run));
        Assert.Contains("while they were checked: src/App/Model.cs (changed)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_accepted_its_own_findings_is_not_a_release_s_report()
    {
        await PassAsync("--accept-current", "--reason", "as it was");

        Assert.Equal(["inputs-unknown"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task Sources_that_cannot_be_read_are_no_pass()
    {
        await PassAsync();
        _checkout.Write(".git/HEAD", "broken");

        var run = await _checkout.GateAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("inputs-unreadable", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    public void Dispose() => _checkout.Dispose();

    private async Task PassAsync(params string[] arguments)
    {
        var run = await _checkout.VerifyAsync(arguments);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }
}
