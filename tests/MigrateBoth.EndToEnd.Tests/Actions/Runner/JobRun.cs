using System.Globalization;
using MigrateBoth.EndToEnd.Tests.Infrastructure;
using YamlDotNet.RepresentationModel;

namespace MigrateBoth.EndToEnd.Tests.Actions.Runner;

/// <summary>
/// Runs a job of a workflow: every <c>run</c> for real, in bash, with the variables and files that a runner gives; our own action from its action.yml;
/// of others' actions what this repository's workflows use them for.
/// </summary>
internal sealed class JobRun
{
    private const string OurAction = "migrateboth/migrateboth/.github/actions/migrate-both@";

    private readonly Sandbox _sandbox;
    private readonly string _runner;
    private readonly Dictionary<string, Dictionary<string, string>> _outputs = new(StringComparer.Ordinal);

    /// <summary>Prepares a machine on which the folder is checked out.</summary>
    public JobRun(Sandbox sandbox)
    {
        _sandbox = sandbox;
        _runner = Directory.CreateDirectory(Path.Combine(sandbox.Beside, Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Summary, "");
    }

    /// <summary>What <c>matrix</c>, <c>secrets</c> and <c>github</c> hold, by full name, such as <c>matrix.image</c>.</summary>
    public Dictionary<string, string> Context { get; } = new(StringComparer.Ordinal);

    /// <summary>Where artifacts are kept between jobs.</summary>
    public required string Artifacts { get; init; }

    /// <summary>The results of the steps that were run, in order.</summary>
    public List<ToolResult> Steps { get; } = [];

    /// <summary>The actions of others that were called, with what they were given.</summary>
    public List<(string Action, Dictionary<string, string> With)> Called { get; } = [];

    public string Summary => Path.Combine(_runner, "summary.md");

    public bool Failed { get; private set; }

    public override string ToString() => string.Join('\n', Steps);

    /// <summary>Runs a job to its end.</summary>
    public async Task RunAsync(YamlMappingNode workflow, string job)
    {
        var node = workflow.At("jobs").At(job)!;
        var environment = node.Texts("env").Select(variable => (variable.Name, Expand(variable.Value))).ToList();
        foreach (var step in node.Items("steps"))
        {
            await StepAsync(step, environment, Repository.Root);
        }
    }

    private async Task StepAsync(YamlNode step, IReadOnlyList<(string, string)> environment, string action)
    {
        if (!Expression.Holds(step.Text("if"), Value, Failed))
        {
            return;
        }

        var variables = environment.Concat(step.Texts("env").Select(variable => (variable.Name, Expand(variable.Value)))).ToList();
        var with = step.Texts("with").ToDictionary(input => input.Name, input => Expand(input.Value), StringComparer.Ordinal);
        if (step.Text("uses") is { } uses)
        {
            await UseAsync(uses, step, with, variables);
        }
        else
        {
            await ScriptAsync(step, variables, action);
        }
    }

    private async Task ScriptAsync(YamlNode step, IEnumerable<(string Name, string Value)> variables, string action)
    {
        var output = Path.Combine(_runner, $"output-{Steps.Count}");
        await File.WriteAllTextAsync(output, "");
        var script = Path.Combine(_runner, $"step-{Steps.Count}.sh");
        await File.WriteAllTextAsync(script, Expand(step.Text("run")!));

        var before = new Dictionary<string, string?>(_sandbox.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in Machine(output, action).Concat(variables))
        {
            _sandbox.Environment[name] = value;
        }

        // As the runner does it: without a shell of its own a step is run by `bash -e`, with one by that and pipefail.
        string[] options = step.Text("shell") == "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
        var result = await _sandbox.RunAsync("bash", [.. options, script], CancellationToken.None);
        _sandbox.Environment.Clear();
        foreach (var (name, value) in before)
        {
            _sandbox.Environment[name] = value;
        }

        Steps.Add(result);
        Failed |= result.ExitCode != 0;
        if (step.Text("id") is { } id)
        {
            _outputs[id] = (await File.ReadAllLinesAsync(output)).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        }
    }

    private IEnumerable<(string Name, string Value)> Machine(string output, string action) =>
    [
        ("GITHUB_ACTIONS", "true"), ("CI", "true"), ("GITHUB_OUTPUT", output), ("GITHUB_STEP_SUMMARY", Summary), ("GITHUB_WORKSPACE", _sandbox.Root),
        ("RUNNER_TEMP", _runner), ("RUNNER_OS", "Linux"), ("GITHUB_ACTION_PATH", action),
    ];

    private async Task UseAsync(string uses, YamlNode step, Dictionary<string, string> with, List<(string, string)> variables)
    {
        if (uses.StartsWith(OurAction, StringComparison.Ordinal))
        {
            await OwnActionAsync(step.Text("id"), with, variables);
            return;
        }

        var name = uses.Split('@')[0];
        Called.Add((name, with));
        switch (name)
        {
            case "actions/checkout" or "actions/setup-dotnet" or "github/codeql-action/upload-sarif":
                break;
            case "actions/upload-artifact":
                Copy(_sandbox.PathOf(with["path"]), Path.Combine(Artifacts, with["name"]), with.GetValueOrDefault("if-no-files-found") == "error");
                break;
            case "actions/download-artifact":
                var target = Path.Combine(_sandbox.Root, with["path"]);
                var pattern = with.GetValueOrDefault("pattern") ?? with["name"];
                foreach (var artifact in Directory.EnumerateDirectories(Artifacts, pattern))
                {
                    Copy(artifact, target, isNeeded: true);
                }

                break;
            default:
                throw new NotSupportedException($"'{uses}' is new: teach {nameof(JobRun)} what it is used for.");
        }
    }

    /// <summary>A composite action has inputs and step ids of its own.</summary>
    private async Task OwnActionAsync(string? id, Dictionary<string, string> with, List<(string, string)> variables)
    {
        var action = YamlFile.Read(".github", "actions", "migrate-both", "action.yml");
        var inputs = action.Members("inputs").ToDictionary(input => input.Name, input => input.Value.Text("default") ?? "", StringComparer.Ordinal);
        Assert.Empty(with.Keys.Except(inputs.Keys));
        var inner = new JobRun(_sandbox) { Artifacts = Artifacts, Failed = Failed };
        foreach (var (name, value) in inputs)
        {
            inner.Context[$"inputs.{name}"] = with.GetValueOrDefault(name) ?? value;
        }

        foreach (var (name, value) in Context)
        {
            inner.Context[name] = value;
        }

        var folder = Path.Combine(Repository.Root, ".github", "actions", "migrate-both");
        inner.Context["github.action_path"] = folder;
        foreach (var step in action.At("runs").Items("steps"))
        {
            await inner.StepAsync(step, variables, folder);
        }

        Steps.AddRange(inner.Steps);
        Called.AddRange(inner.Called);
        Failed |= inner.Failed;
        await File.AppendAllTextAsync(Summary, await File.ReadAllTextAsync(inner.Summary));
        if (id is not null)
        {
            _outputs[id] = action.Members("outputs").ToDictionary(output => output.Name, output => inner.Expand(output.Value.Text("value")!), StringComparer.Ordinal);
        }
    }

    private string Expand(string text) => Expression.Expand(text, Value);

    private string Value(string name) => name.Split('.') switch
    {
        ["steps", var id, "outputs", var output] => _outputs.GetValueOrDefault(id)?.GetValueOrDefault(output) ?? "",
        ["runner", "temp"] => _runner,
        // On GitHub unknown values are empty, such as a pull request's members in a push, or a missing secret.
        ["github" or "secrets", ..] => Context.GetValueOrDefault(name) ?? "",
        _ => Context.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"'{name}' is known to nobody."),
    };

    private static void Copy(string source, string target, bool isNeeded)
    {
        var files = File.Exists(source) ? [source] : Directory.Exists(source) ? Directory.GetFiles(source, "*", SearchOption.AllDirectories) : [];
        Assert.True(files.Length > 0 || !isNeeded, string.Create(CultureInfo.InvariantCulture, $"nothing at {source}"));
        foreach (var file in files)
        {
            var copy = Path.Combine(target, File.Exists(source) ? Path.GetFileName(file) : Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
