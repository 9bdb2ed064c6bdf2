using System.Collections;
using System.Text;

namespace MigrateBoth.Tool;

/// <summary>Everything the tool takes from and gives to the process around it; a test makes its own.</summary>
internal sealed record ToolConsole
{
    /// <summary>The result goes here, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings and errors go here.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The input for answers to questions, or null when the tool does not run interactively.</summary>
    public TextReader? Answers { get; init; }

    /// <summary>Whether stdout is a terminal.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Whether a person is looking at stderr.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Where relative paths start and the configuration is searched from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Whether a build server runs the command: no live display, no prompts.</summary>
    public bool IsContinuousIntegration =>
        Variable("CI") is { } ci && !ci.Equals("false", StringComparison.OrdinalIgnoreCase) || Variable("TF_BUILD") is not null;

    /// <summary>An environment variable, or null when it is not set or empty.</summary>
    public string? Variable(string name) => Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>
    /// The console of this process. From here on <see cref="Console.Out"/> is stderr: whatever a library prints cannot spoil the result.
    /// </summary>
    public static ToolConsole System()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = false };
        var error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
        Console.SetOut(error);
        Console.SetError(error);
        return new ToolConsole
        {
            Out = output,
            Error = error,
            // A question is of use only where it is seen and can be answered.
            Answers = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
            IsOutTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsErrorRedirected && Console.IsOutputRedirected ? 120 : Math.Max(60, Console.WindowWidth),
            WorkingDirectory = Directory.GetCurrentDirectory(),
            Environment = global::System.Environment.GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty, EnvironmentNames),
        };
    }

    private static StringComparer EnvironmentNames => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
