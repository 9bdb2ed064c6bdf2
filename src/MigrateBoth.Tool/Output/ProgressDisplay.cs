using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Output;

/// <summary>Chooses how progress is shown.</summary>
internal static class ProgressDisplay
{
    public static IProgressDisplay For(ToolConsole console, GlobalOptions options) =>
        new PlainProgress(console.Error, options.Verbose, options.Quiet);
}
