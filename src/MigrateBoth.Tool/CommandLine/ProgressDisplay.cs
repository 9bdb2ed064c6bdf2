using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Chooses how progress is shown.</summary>
internal static class ProgressDisplay
{
    /// <summary>A moving list where a person looks on and wants no details; plain lines everywhere else.</summary>
    public static IProgressDisplay For(ToolConsole console, GlobalOptions options)
    {
        var isLive = console.IsErrorTerminal
            && !console.IsContinuousIntegration
            && console.Variable("TERM") != "dumb"
            && !options.Verbose
            && !options.Quiet;
        return isLive
            ? new LiveProgress(console.Error, console.Width, color: !options.NoColor)
            : new PlainProgress(console.Error, options.Verbose, options.Quiet);
    }
}
