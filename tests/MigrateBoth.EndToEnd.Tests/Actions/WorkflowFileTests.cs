using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using MigrateBoth.EndToEnd.Tests.Actions.Runner;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Actions;

/// <summary>What can be said of workflows and actions without running them.</summary>
public sealed partial class WorkflowFileTests
{
    [NodeFact]
    public async Task GitHub_s_own_parser_has_nothing_to_say()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*.yml", SearchOption.AllDirectories),
            .. Workflows.Names.Select(name => Path.Combine(Workflows.Folder, name)),
        ];
        Assert.True(files.Length >= 8, string.Join('\n', files));

        var run = await LintAsync(files);

        Assert.True(run.ExitCode == 0, run.StandardOutput + run.StandardError);
    }

    [NodeFact]
    public async Task GitHub_s_own_parser_finds_what_is_wrong()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ step.x }}\n        shel: bash\n");

        var run = await LintAsync(file);
        File.Delete(file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'shel'", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("'step'", run.StandardOutput, StringComparison.Ordinal);
    }

    public static TheoryData<string> All =>
    [
        .. Workflows.Names.Select(name => $"docs/workflows/{name}"),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows")).Select(file => $".github/workflows/{Path.GetFileName(file)}"),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_job_names_only_steps_and_jobs_that_come_before(string file)
    {
        var workflow = YamlFile.Read(file.Split('/'));
        var jobs = new List<string>();
        foreach (var (name, job) in workflow.Members("jobs"))
        {
            Assert.True(job.Text("timeout-minutes") is not null, $"{name} may run for six hours");
            if (job.Text("needs") is { } needs)
            {
                Assert.Contains(needs, jobs);
            }

            jobs.Add(name);
            var steps = new List<string>();
            foreach (var step in job.Items("steps"))
            {
                Assert.All(StepReference().Matches(step.ToString()).Select(match => match.Groups[1].Value), reference => Assert.Contains(reference, steps));
                steps.Add(step.Text("id") ?? "");
            }
        }

        Assert.NotNull(workflow.At("permissions"));
    }

    [Fact]
    public void The_page_shows_every_workflow_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci.md"));

        foreach (var file in Directory.EnumerateFiles(Workflows.Folder))
        {
            Assert.Contains($"```yaml\n{File.ReadAllText(file)}```", page, StringComparison.Ordinal);
            Assert.Contains($"(workflows/{Path.GetFileName(file)})", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_and_the_action_have_the_same_inputs_and_outputs()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci.md"));
        var action = YamlFile.Read(".github", "actions", "migrate-both", "action.yml");

        Assert.All(action.Members("inputs").Concat(action.Members("outputs")), member => Assert.Contains($"`{member.Name}`", page, StringComparison.Ordinal));
        Assert.Equal(["outcome", "exit-code", "errors", "warnings", "report"], action.Members("outputs").Select(output => output.Name));
    }

    [Fact]
    public void A_release_publishes_the_very_packages_that_were_tested()
    {
        var workflow = YamlFile.Read(".github", "workflows", "release.yml");
        var (build, publish) = (workflow.At("jobs").At("build")!.ToString(), workflow.At("jobs").At("publish")!);

        // Packed once, by the script that tests what it has packed; the other job only downloads.
        Assert.Contains("eng/test.sh --long", build, StringComparison.Ordinal);
        Assert.Single(PackingScript().Matches(File.ReadAllText(Path.Combine(Repository.Root, "eng", "test.sh"))));
        Assert.Equal("build", publish.Text("needs"));
        var text = publish.ToString();
        Assert.DoesNotContain("checkout", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet pack", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dotnet build", text, StringComparison.Ordinal);
        Assert.Contains("actions/download-artifact@", text, StringComparison.Ordinal);

        // Trusted publishing: an identity of this run in place of a stored key.
        Assert.Equal("write", publish.At("permissions").Text("id-token"));
        Assert.Contains("NuGet/login@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);

        // Attested are packages and symbols, by the job that made them.
        Assert.Contains("artifacts/packages/*.nupkg", build, StringComparison.Ordinal);
        Assert.Contains("artifacts/packages/*.snupkg", build, StringComparison.Ordinal);
        Assert.Contains("actions/attest-build-provenance@", build, StringComparison.Ordinal);
        Assert.Contains("eng/release-notes.sh", build, StringComparison.Ordinal);
    }

    private static async Task<BufferedCommandResult> LintAsync(params string[] files) =>
        await Cli.Wrap(Path.Combine(Repository.Root, "eng", "actions-lint", "lint.sh")).WithArguments(files).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();

    [GeneratedRegex(@"steps\.([\w-]+)\.")]
    private static partial Regex StepReference();

    [GeneratedRegex(@"^\s*eng/pack\.sh", RegexOptions.Multiline)]
    private static partial Regex PackingScript();
}
