using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Options of every command.</summary>
/// <param name="Format">What stdout carries.</param>
/// <param name="Verbose">Show details on stderr.</param>
/// <param name="Quiet">Show nothing on stderr but warnings and errors.</param>
/// <param name="NoColor">No colours even on a terminal.</param>
/// <param name="Timeout">The most the whole command may take, or null.</param>
internal sealed record GlobalOptions(OutputFormat Format, bool Verbose, bool Quiet, bool NoColor, TimeSpan? Timeout);

/// <summary>Declares and reads the options of every command.</summary>
internal sealed class GlobalOptionGroup
{
    private static readonly Dictionary<string, OutputFormat> Formats = new()
    {
        ["text"] = OutputFormat.Text,
        ["json"] = OutputFormat.Json,
    };

    private readonly CommandOption _format;
    private readonly CommandOption _timeout;
    private readonly CommandOption _verbose;
    private readonly CommandOption _quiet;
    private readonly CommandOption _noColor;
    private readonly CommandOption _help;
    private readonly CommandOption _version;

    public GlobalOptionGroup(CommandLineApplication root)
    {
        _format = Inherited(root, "--format <FORMAT>", "The format of stdout: text (default) or json", CommandOptionType.SingleValue).Takes(Formats.Keys);
        _timeout = Inherited(root, "--timeout <TIME>", "The time limit of the whole command: 90s, 5m, 1h or a number of seconds", CommandOptionType.SingleValue);
        _verbose = Inherited(root, "-v|--verbose", "Show details on stderr", CommandOptionType.NoValue);
        _quiet = Inherited(root, "-q|--quiet", "Show no progress on stderr", CommandOptionType.NoValue);
        _noColor = Inherited(root, "--no-color", "No colours (also: NO_COLOR)", CommandOptionType.NoValue);
        _help = Inherited(root, "-h|-?|--help", "Show help", CommandOptionType.NoValue);
        _version = root.Option("--version", "Show the version", CommandOptionType.NoValue);
    }

    public bool HelpWanted => _help.HasValue();

    public bool VersionWanted => _version.HasValue();

    /// <summary>
    /// The output format, found before and without parsing, so that even a wrong command line is answered in the format that was requested.
    /// </summary>
    public static OutputFormat PeekFormat(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            var isJson = args[i] is "--format=json" or "--format:json" || (args[i] == "--format" && i + 1 < args.Count && args[i + 1] == "json");
            if (isJson)
            {
                return OutputFormat.Json;
            }
        }

        return OutputFormat.Text;
    }

    public GlobalOptions Read(ToolConsole console)
    {
        if (_verbose.HasValue() && _quiet.HasValue())
        {
            throw new MigrateBothException(ExitCode.Usage, "contradicting-options", "--verbose and --quiet contradict each other.");
        }

        var timeout = _timeout.HasValue() ? _timeout.Value() : console.Variable("MIGRATEBOTH_TIMEOUT");
        return new GlobalOptions(
            _format.Choice(Formats, OutputFormat.Text),
            _verbose.HasValue(),
            _quiet.HasValue(),
            _noColor.HasValue() || !string.IsNullOrEmpty(console.Variable("NO_COLOR")),
            timeout is null ? null : Duration.Parse("--timeout", timeout));
    }

    private static CommandOption Inherited(CommandLineApplication root, string template, string description, CommandOptionType type) =>
        root.Option(template, description, type, option => { }, inherited: true);
}
