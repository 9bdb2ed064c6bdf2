using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Actions.Runner;
using MigrateBoth.EndToEnd.Tests.Docs;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Actions;

/// <summary>The other workflows of docs/workflows, every step of them, with the packed tool and real servers.</summary>
[Collection(WithInstalledTool.Name)]
[Trait("Category", "Long")]
public sealed class WorkflowTests(InstalledTool tool) : IDisposable
{
    private readonly DirectoryInfo _artifacts = Directory.CreateTempSubdirectory("migrateboth-e2e-artifacts-");

    [MySqlFact]
    public async Task The_pull_request_s_check_says_what_it_found_and_uploads_it_only_where_it_may()
    {
        var workflow = Workflows.Read("pull-request.yml");
        using var sandbox = Workflows.Checkout(tool, "layouts", "Folders");
        var sound = Job(sandbox);
        await sound.RunAsync(workflow, "parity");
        Assert.False(sound.Failed, sound.ToString());
        Assert.Contains("passed, 0 errors, 0 warnings", sound.Steps[^1].Output, StringComparison.Ordinal);
        Assert.Contains(sound.Called, call => call.Action == "github/codeql-action/upload-sarif" && File.Exists(call.With["sarif_file"]));

        var note = sandbox.PathOf("Note.cs");
        await File.WriteAllTextAsync(note, (await File.ReadAllTextAsync(note)).Replace("public int Id { get; set; }", "public int Id { get; set; }\n    public int Unmigrated { get; set; }", StringComparison.Ordinal));
        var fork = Job(sandbox, ("github.event.pull_request.head.repo.fork", "true"));
        await fork.RunAsync(workflow, "parity");

        Assert.True(fork.Failed, fork.ToString());
        Assert.StartsWith("failed, ", fork.Steps[^1].Output, StringComparison.Ordinal);
        Assert.Contains("Unmigrated", await File.ReadAllTextAsync(fork.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain(fork.Called, call => call.Action == "github/codeql-action/upload-sarif");
    }

    [MySqlFact]
    public async Task Every_server_of_the_matrix_is_the_one_that_is_checked()
    {
        var workflow = Workflows.Read("servers.yml");
        var cells = workflow.At("jobs").At("parity").At("strategy").At("matrix").Items("include").Select(cell => (Image: cell.Text("image")!, Version: cell.Text("version")!)).ToList();
        Assert.Equal(["mysql:8.4", "mysql:9.7", "mariadb:11.8"], cells.Select(cell => cell.Image));

        using (var sandbox = Workflows.Checkout(tool, "layouts", "Folders"))
        {
            var mySql = Job(sandbox, ("matrix.image", DockerCommand.Image), ("matrix.version", cells[1].Version));
            await mySql.RunAsync(workflow, "parity");
            Assert.False(mySql.Failed, mySql.ToString());
            Assert.StartsWith("MySQL 9.7.", mySql.Steps[^1].Output, StringComparison.Ordinal);
        }

        using (var sandbox = Workflows.Checkout(tool, "layouts", "MariaDb"))
        {
            // No registry is needed for this one: the MariaDB of the machine is a server of that vendor and version.
            sandbox.Environment["MIGRATEBOTH_MYSQL"] = "local";
            sandbox.Environment["MIGRATEBOTH_MYSQLD"] = Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MARIADBD");
            var mariaDb = Job(sandbox, ("matrix.image", "mariadb:10.11"), ("matrix.version", "10.11-mariadb"));
            await mariaDb.RunAsync(workflow, "parity");
            Assert.False(mariaDb.Failed, mariaDb.ToString());
            Assert.StartsWith("MariaDB 10.", mariaDb.Steps[^1].Output, StringComparison.Ordinal);
        }
    }

    [MySqlFact]
    public async Task Three_parts_of_a_suite_are_one_report_and_a_missing_one_is_no_pass()
    {
        var workflow = Workflows.Read("sharded-suite.yml");
        await using var server = await OwnServer.StartAsync();
        using var sandbox = Workflows.Checkout(tool, "Divergent.Tests");
        await File.WriteAllTextAsync(sandbox.PathOf("migrateboth.json"), """{ "project": ".", "tests": ["."] }""");
        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.ConnectionString;
        foreach (var part in new[] { "1", "2", "3" })
        {
            Directory.Delete(Directory.CreateDirectory(sandbox.PathOf("results")).FullName, recursive: true);
            var job = Job(sandbox, ("matrix.part", part));
            await job.RunAsync(workflow, "part");
            Assert.False(job.Failed, job.ToString());
        }

        // The parts' machines had the same sources as this one: its report may be shown to a gate.
        Directory.Delete(sandbox.PathOf("results"), recursive: true);
        var suite = Job(sandbox);
        await suite.RunAsync(workflow, "suite");
        Assert.Equal(1, suite.Steps[^1].ExitCode);
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_artifacts.FullName, "suite", "suite.json"))).RootElement;
        Assert.Equal(52, report.GetProperty("tests").GetArrayLength());
        Assert.Equal(JsonValueKind.Object, report.GetProperty("seal").GetProperty("inputs").ValueKind);
        Assert.Contains("case", await File.ReadAllTextAsync(suite.Summary), StringComparison.OrdinalIgnoreCase);

        Directory.Delete(sandbox.PathOf("results"), recursive: true);
        await File.AppendAllTextAsync(Directory.EnumerateFiles(sandbox.Root, "*.cs").First(), "\n// another commit\n");
        var other = Job(sandbox);
        await other.RunAsync(workflow, "suite");
        report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_artifacts.FullName, "suite", "suite.json"))).RootElement;
        Assert.Contains("other sources", report.GetProperty("seal").GetProperty("obstacle").GetString(), StringComparison.Ordinal);

        Directory.Delete(sandbox.PathOf("results"), recursive: true);
        Directory.Delete(Path.Combine(_artifacts.FullName, "results-2"), recursive: true);
        var missing = Job(sandbox);
        await missing.RunAsync(workflow, "suite");
        Assert.Equal(2, missing.Steps[^1].ExitCode);
    }

    [MySqlFact]
    public async Task The_nightly_check_finds_what_happened_to_the_live_database()
    {
        var workflow = Workflows.Read("nightly-drift.yml");
        await using var server = await OwnServer.StartAsync();
        using var sandbox = Workflows.Checkout(tool, "layouts", "Folders");
        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.ConnectionString;
        var live = server.Connection(Failures.Secret, "live");
        var applied = await sandbox.RunAsync("apply", "--mysql", live);
        Assert.True(applied.ExitCode == 0, applied.ToString());

        Assert.Equal(0, (await DriftAsync(live)).Steps[1].ExitCode);

        await server.ScalarAsync("ALTER TABLE live.Notes ADD COLUMN Hotfix int NULL");
        var drifted = await DriftAsync(live);
        Assert.Equal(1, drifted.Steps[1].ExitCode);
        Assert.Contains("Hotfix", await File.ReadAllTextAsync(drifted.Summary), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_artifacts.FullName, "drift", "drift.html")));
        Assert.DoesNotContain(Failures.Secret, drifted.ToString(), StringComparison.Ordinal);

        Assert.Equal(64, (await DriftAsync("")).Steps[1].ExitCode);

        async Task<JobRun> DriftAsync(string secret)
        {
            var job = Job(sandbox, ("secrets.PRODUCTION_READER", secret));
            await job.RunAsync(workflow, "drift");
            return job;
        }
    }

    [MySqlFact]
    public async Task The_scripts_for_GitLab_and_Azure_Pipelines_check_and_gate()
    {
        await using var server = await OwnServer.StartAsync();
        using var sandbox = Workflows.Checkout(tool, "layouts", "Folders");
        var gitLab = Workflows.Read("gitlab-ci.yml");
        Assert.Contains("User ID=root;Password=scratch", gitLab.At("parity").At("variables").Text("MIGRATEBOTH_MYSQL"), StringComparison.Ordinal);
        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.ConnectionString;
        sandbox.Environment["CI"] = "true";
        foreach (var job in new[] { "parity", "release" })
        {
            foreach (var line in gitLab.At(job).Items("script"))
            {
                await RunAsync(line.ToString());
            }
        }

        Assert.Contains("<testsuites", await File.ReadAllTextAsync(sandbox.PathOf("parity.xml")), StringComparison.Ordinal);

        sandbox.Environment["TF_BUILD"] = "True";
        foreach (var step in Workflows.Read("azure-pipelines.yml").Items("steps").Where(step => step.Text("script") is not null))
        {
            await RunAsync(step.Text("script")!.Replace("$(Build.ArtifactStagingDirectory)", _artifacts.FullName, StringComparison.Ordinal));
        }

        async Task RunAsync(string script)
        {
            var result = await sandbox.RunAsync("bash", ["-e", "-c", script], CancellationToken.None);
            Assert.True(result.ExitCode == 0, $"{script}\n{result}");
        }
    }

    [MySqlFact]
    public async Task Every_command_of_the_pages_runs()
    {
        using var sandbox = Workflows.Checkout(tool, "layouts", "Folders");
        foreach (var command in new[] { "gate.md", "configuration.md" }.SelectMany(page => DocumentedCommandTests.Commands(Path.Combine(Repository.Root, "docs", page))))
        {
            var result = await sandbox.RunAsync([.. DocumentedCommandTests.Arguments(command)]);

            Assert.True(result.ExitCode == 0, $"{command}\n{result}");
        }

        Assert.True(File.Exists(sandbox.PathOf("migrateboth.schema.json")));

        // The build that is there was made from these sources, and from no others.
        Assert.Equal(0, (await NotBuiltAsync()).ExitCode);
        await File.AppendAllTextAsync(sandbox.PathOf("Note.cs"), "\n// edited since\n");
        var stale = await NotBuiltAsync();
        Assert.Equal(1, stale.ExitCode);
        Assert.Contains("not-built", stale.Output, StringComparison.Ordinal);

        async Task<ToolResult> NotBuiltAsync()
        {
            var verified = await sandbox.RunAsync("verify", "--no-build", "--report", "json=again.json");
            Assert.True(verified.ExitCode == 0, verified.ToString());
            return await sandbox.RunAsync("gate", "--report", "again.json");
        }
    }

    public void Dispose() => _artifacts.Delete(recursive: true);

    private JobRun Job(Sandbox sandbox, params (string Name, string Value)[] context)
    {
        var job = new JobRun(sandbox) { Artifacts = _artifacts.FullName };
        foreach (var (name, value) in context)
        {
            job.Context[name] = value;
        }

        return job;
    }
}
