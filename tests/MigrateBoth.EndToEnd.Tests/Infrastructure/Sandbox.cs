using System.Diagnostics;
using System.Text.RegularExpressions;
using CliWrap;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A user's folder: a copy of a sample that uses the packed packages, outside this repository.</summary>
public sealed partial class Sandbox : IDisposable
{
    private readonly InstalledTool _tool;

    private Sandbox(InstalledTool tool, string root)
    {
        _tool = tool;
        Root = root;
    }

    /// <summary>The folder that represents the user's checkout.</summary>
    public string Root { get; }

    /// <summary>A folder beside the checkout, for what a build server keeps out of it.</summary>
    public string Beside => Root + "-beside";

    /// <summary>Environment variables of every command; null removes one.</summary>
    public Dictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal) { ["NO_COLOR"] = "1" };

    /// <summary>An empty folder.</summary>
    public static Sandbox Empty(InstalledTool tool)
    {
        var root = Directory.CreateTempSubdirectory("migrateboth-e2e-").FullName;
        File.WriteAllText(Path.Combine(root, "nuget.config"), PackageCache.NuGetConfig);
        var sandbox = new Sandbox(tool, root);
        // As `dotnet tool install --global` does: what is on the path is a command of `dotnet`.
        sandbox.Environment["PATH"] = Path.GetDirectoryName(tool.Executable) + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in BuildServers.Environment)
        {
            sandbox.Environment[name] = value;
        }

        // Leases of tests that run at once must not be each other's.
        sandbox.Environment["MIGRATEBOTH_STATE_DIR"] = Path.Combine(root, ".state");
        return sandbox;
    }

    /// <summary>A copy of <c>tests/samples/NAME</c> in which project references to our packages have become package references.</summary>
    public static Sandbox OfSample(InstalledTool tool, string name)
    {
        var sandbox = Empty(tool);
        sandbox.CopySample(name);
        return sandbox.WithOurPackages();
    }

    /// <summary>A copy of this folder with what was built in it, to go on from with <c>--no-build</c>.</summary>
    public Sandbox Copy()
    {
        var copy = Empty(_tool);
        CopyInto(copy.Root);
        return copy;
    }

    /// <summary>Takes the test projects out of the configuration, for commands whose subject is something else.</summary>
    public Sandbox WithoutSuite()
    {
        var file = PathOf("migrateboth.json");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(line => !line.TrimStart().StartsWith("\"tests\"", StringComparison.Ordinal)));
        return this;
    }

    /// <summary>Leaves having a server out of a test whose subject is something else.</summary>
    public Sandbox On(MySqlContainer server)
    {
        Environment["MIGRATEBOTH_MYSQL"] = server.Database(string.Empty);
        return this;
    }

    /// <summary>Runs the tool.</summary>
    public Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(_tool.Executable, arguments, CancellationToken.None);

    /// <summary>Runs the tool in one of the folder's folders.</summary>
    public Task<ToolResult> RunInAsync(string folder, params string[] arguments) => RunAsync(PathOf(folder), _tool.Executable, arguments, CancellationToken.None);

    /// <summary>Runs any program in the folder.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="interrupt">Sends SIGINT when cancelled.</param>
    public Task<ToolResult> RunAsync(string program, string[] arguments, CancellationToken interrupt) => RunAsync(Root, program, arguments, interrupt);

    private async Task<ToolResult> RunAsync(string directory, string program, string[] arguments, CancellationToken interrupt)
    {
        var clock = Stopwatch.StartNew();
        // A shell that runs tests in the background has SIGINT ignored, and children inherit that: `env` undoes it.
        var isolated = interrupt.CanBeCanceled && OperatingSystem.IsLinux();
        var command = Cli.Wrap(isolated ? "env" : program)
            .WithWorkingDirectory(directory)
            .WithArguments(isolated ? ["--default-signal=INT", program, .. arguments] : arguments)
            .WithEnvironmentVariables(Environment)
            .WithValidation(CommandResultValidation.None);
        var output = new System.Text.StringBuilder();
        var error = new System.Text.StringBuilder();
        var run = command
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
            .ExecuteAsync(CancellationToken.None, CancellationToken.None);
        await using var registration = interrupt.Register(() => Signal(run.ProcessId, "INT"));
        var result = await run;
        return new ToolResult(result.ExitCode, output.ToString(), error.ToString(), clock.Elapsed);
    }

    /// <summary>Sends a signal by name, as <c>kill</c> does.</summary>
    public static void Signal(int processId, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, processId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Copies all files but the configuration of NuGet into another folder.</summary>
    public void CopyInto(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "nuget.config"))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        if (Directory.Exists(Beside))
        {
            Directory.Delete(Beside, recursive: true);
        }
    }

    private void CopySample(string name)
    {
        var source = Path.Combine(Repository.Samples, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (!IsBuildOutput(relative))
            {
                Copy(file, relative);
            }
        }
    }

    private Sandbox WithOurPackages()
    {
        // What a sample has itself counts, as it does where the samples are.
        foreach (var file in Directory.EnumerateFiles(Repository.Samples).Where(file => !File.Exists(PathOf(Path.GetFileName(file)))))
        {
            Copy(file, Path.GetFileName(file));
        }

        foreach (var project in Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(project);
            File.WriteAllText(project, OurProjectReference().Replace(
                text, $"""<PackageReference Include="$1" Version="{Repository.PackageVersion}" />"""));
        }

        return this;
    }

    private void Copy(string file, string relative)
    {
        var target = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }

    private static bool IsBuildOutput(string relative) =>
        relative.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("bin") || parts.Contains("obj"));

    [GeneratedRegex("""<ProjectReference Include="[^"]*[/\\](MigrateBoth\.[A-Za-z]+)\.csproj"\s*/>""")]
    private static partial Regex OurProjectReference();
}
