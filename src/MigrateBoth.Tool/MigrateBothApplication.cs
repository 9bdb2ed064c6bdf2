using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool;

/// <summary>A whole command line: parse, run, write the one result, choose the exit code.</summary>
internal static class MigrateBothApplication
{
    /// <summary>Runs a command line. Never throws.</summary>
    /// <param name="args">The words after the tool's name.</param>
    /// <param name="console">Streams, working directory and environment.</param>
    /// <param name="services">The parts that do the work; null for the real ones.</param>
    /// <param name="interruption">Signals; null for none.</param>
    /// <param name="commands">The commands; null for all there are.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        ToolConsole console,
        ToolServices? services = null,
        Interruption? interruption = null,
        IReadOnlyList<CommandDefinition>? commands = null)
    {
        services ??= new ToolServices();
        Redaction.Begin();
        LearnSecrets(args, console.Environment);
        console = console with { Error = new MaskedWriter(console.Error) };
        using var noSignals = new Interruption();
        var signals = interruption ?? noSignals;

        var parser = new CommandLineParser(commands ?? CommandCatalog.All);
        var writer = new ResultWriter(console, GlobalOptionGroup.PeekFormat(args), parser.PeekCommand(args));
        try
        {
            var parsed = parser.Parse(args, console);
            writer = new ResultWriter(console, parsed.Options.Format, parsed.CommandName, parsed.Options.NoColor, parsed.Options.Verbose);
            return (int)writer.Write(await ExecuteAsync(parsed, console, services, signals).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // The last line of defence: whatever happened becomes an error result and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var verbose = args.TakeWhile(a => a != "--").Any(a => a is "-v" or "--verbose");
            return (int)writer.Write(new ErrorResult(exception, signals.ExitCode, verbose));
        }
    }

    private static void LearnSecrets(IReadOnlyList<string> args, IReadOnlyDictionary<string, string> environment)
    {
        foreach (var argument in args)
        {
            Redaction.Learn(argument);
        }

        foreach (var (name, value) in environment)
        {
            Redaction.Learn(name, value);
        }
    }

    private static async Task<ICommandResult> ExecuteAsync(
        ParsedCommandLine parsed, ToolConsole console, ToolServices services, Interruption signals)
    {
        using var deadline = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(signals.Token, deadline.Token);
        if (parsed.Options.Timeout is { } timeout)
        {
            deadline.CancelAfter(timeout);
        }

        using var progress = ProgressDisplay.For(console, parsed.Options);
        var context = new CommandContext
        {
            Console = console,
            Services = services,
            Options = parsed.Options,
            Progress = progress,
            ApplicationArguments = parsed.ApplicationArguments,
        };
        try
        {
            var result = await parsed.Command.ExecuteAsync(context, either.Token).ConfigureAwait(false);

            // Ctrl-C reaches child processes too: what a command makes of their sudden end is not its result.
            either.Token.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception exception) when (deadline.IsCancellationRequested && signals.ExitCode is null && (exception is OperationCanceledException or MigrateBothException))
        {
            // Whatever a part says when it is cut off in the middle, the reason is the time that ran out.
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "timed-out",
                $"'{parsed.CommandName}' did not finish within {parsed.Options.Timeout!.Value.TotalSeconds:0.###} s (--timeout).",
                "Give it more time with --timeout, or use --verbose to see where the time is spent.",
                exception);
        }
    }
}
