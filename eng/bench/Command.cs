using System.Diagnostics;

namespace MigrateBoth.Bench;

/// <summary>A command line, run as a whole process and timed from outside.</summary>
internal sealed record Command(string WorkingDirectory, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    public static Command In(string directory, params string[] arguments) => new(directory, arguments, new Dictionary<string, string>());

    public Command With(string name, string value) =>
        this with { Environment = new Dictionary<string, string>(Environment) { [name] = value } };

    /// <summary>Runs it to its end.</summary>
    /// <param name="mostCode">The greatest exit code that is no failure.</param>
    /// <exception cref="InvalidOperationException">It failed: a benchmark of a failing command says nothing.</exception>
    public async Task<TimeSpan> RunAsync(int mostCode = 0)
    {
        var start = new ProcessStartInfo(Arguments[0])
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Arguments[0]} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var elapsed = clock.Elapsed;
        if (process.ExitCode < 0 || process.ExitCode > mostCode)
        {
            throw new InvalidOperationException(
                $"'{string.Join(' ', Arguments)}' ended with {process.ExitCode}:\n{await output}\n{await error}");
        }

        return elapsed;
    }
}
