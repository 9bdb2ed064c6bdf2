using System.Diagnostics;
using System.Text;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>A copy of a fixture that a test may change.</summary>
internal sealed class ApplicationCopy : IDisposable
{
    private readonly TemporaryDirectory _root = new();
    private readonly IReadOnlyList<(string Name, string Value)> _environment;
    private readonly HashSet<string> _before;

    private ApplicationCopy(FixtureApplication original, IReadOnlyList<(string Name, string Value)> environment)
    {
        _environment = environment;
        foreach (var file in Directory.EnumerateFiles(FixtureApplication.Root))
        {
            File.Copy(file, Path.Combine(_root.Path, Path.GetFileName(file)));
        }

        Copy(original.Directory, Path.Combine(_root.Path, original.Name));
        Application = original with { In = _root.Path };
        _before = [.. SourceFiles()];
    }

    public FixtureApplication Application { get; }

    /// <summary>Source files that were not there at first.</summary>
    public IReadOnlyList<string> NewFiles => [.. SourceFiles().Where(file => !_before.Contains(file))];

    /// <summary>The time stamp in the names of the new files.</summary>
    public string NewTimestamp => NewFiles.Select(Path.GetFileName).Where(name => char.IsDigit(name![0])).Select(name => name![..14]).Distinct().Single();

    public static ApplicationCopy Of(FixtureApplication original, params (string Name, string Value)[] environment) => new(original, environment);

    /// <summary>The bytes that the tool writes for a file: UTF-8 with a byte order mark, as EF Core does.</summary>
    public static byte[] Bytes(ScaffoldedFile file) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.Content!)];

    public Task BuildAsync() => RunAsync(["build", "--nologo", "-v", "quiet", "-c", FixtureApplication.BuildConfiguration, Application.Output.ProjectFile]);

    /// <summary>Runs this repository's <c>dotnet ef</c> on the copy.</summary>
    public Task RunEfAsync(IEnumerable<string> arguments)
    {
        var all = arguments.ToList();
        var end = all.IndexOf("--") is var dash and >= 0 ? dash : all.Count;
        all.InsertRange(end, ["--project", Application.Output.ProjectFile, "--configuration", FixtureApplication.BuildConfiguration]);
        return RunAsync(["ef", .. all]);
    }

    public void Dispose() => _root.Dispose();

    private async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            // Where the tool manifest is; the copy is outside the repository.
            WorkingDirectory = FixtureApplication.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{await output}\n{await error}");
    }

    private IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Application.Directory, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var directory in Directory.EnumerateDirectories(from).Where(name => Path.GetFileName(name) is not ("bin" or "obj")))
        {
            Copy(directory, Path.Combine(to, Path.GetFileName(directory)));
        }
    }
}
