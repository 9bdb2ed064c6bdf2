using System.Text;
using System.Text.Json;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Shows a help text: a result like any other, so that it obeys <c>--format</c>.</summary>
internal sealed class HelpCommand(string text) : ICommand, ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult<ICommandResult>(this);

    public void WriteText(TextOutput output) => output.Raw(text);

    public void WriteJson(Utf8JsonWriter json) => json.WriteString("help", text);
}

/// <summary>Writes <c>--help</c>: usage, arguments, options, examples.</summary>
internal static class HelpText
{
    private static readonly CommandExample[] FirstExamples =
    [
        new("add AddCustomerEmail", "Scaffold one migration for both engines"),
        new("verify", "Verify that both sides build the same schema"),
        new("explain MB301", "What a rule means and how to fix it"),
    ];

    /// <summary>The help of one command, or of the whole tool when there is no definition.</summary>
    /// <param name="app">What was declared.</param>
    /// <param name="definition">The command; null for the whole tool.</param>
    /// <param name="width">Columns of the terminal; lines are broken at words.</param>
    public static string For(CommandLineApplication app, CommandDefinition? definition, int width)
    {
        var text = new StringBuilder();
        text.Append($"{string.Join('\n', Wrapping.Lines(definition is null ? ToolName.Tagline : $"{definition.Summary}.", width, 0))}\n");
        text.Append($"\nUsage: {string.Join("\n       ", Wrapping.Lines(Usage(app, definition), width, 7))}\n");
        Section(text, width, "Arguments", app.Arguments.Select(a => (a.Name, a.Description)));
        Section(text, width, "Commands", app.Commands.Select(c => (c.Name, c.Description)));

        var options = app.GetOptions().Where(o => o.ShowInHelpText).ToLookup(o => o.Inherited || definition is null);
        Section(text, width, "Options", options[false].Select(Row));
        Section(text, width, definition is null ? "Options" : "Options of every command", options[true].Select(Row));
        Section(text, width, "Examples", (definition?.Examples ?? FirstExamples).Select(e => ($"{ToolName.Command} {e.Arguments}", e.Meaning)));
        if (definition is null)
        {
            text.Append($"\n'{ToolName.Command} help COMMAND' shows a command's options.\n");
            text.Append($"{string.Join("\n  ", Wrapping.Lines("Exit codes: 0 done, 1 found, 2 could not finish, 64 usage, 78 configuration.", width, 2))}\n");
        }

        return text.ToString();
    }

    private static string Usage(CommandLineApplication app, CommandDefinition? definition)
    {
        if (definition is null)
        {
            return $"{ToolName.Command} <command> [options] [-- arguments for the application]";
        }

        var arguments = app.Arguments.Select(a => a.Validators.Count > 0 ? $" <{a.Name}>" : $" [{a.Name}]");
        return $"{ToolName.Command} {app.Name}{string.Concat(arguments)} [options]"
            + (definition.TakesApplicationArguments ? " [-- arguments for the application]" : string.Empty);
    }

    private static (string Left, string Right) Row(CommandOption option)
    {
        var shortName = option.ShortName is { Length: > 0 } name ? $"-{name}, " : "    ";
        var value = option.OptionType == CommandOptionType.NoValue ? string.Empty : $" <{option.ValueName}>";
        return ($"{shortName}--{option.LongName}{value}", option.Description);
    }

    private static void Section(StringBuilder text, int columns, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        // A long example would leave no room next to it: what it means then is below.
        var longest = list.Max(row => row.Left.Length);
        var width = columns == int.MaxValue ? longest : list.Select(row => row.Left.Length).Where(length => length <= columns / 2).DefaultIfEmpty(0).Max();
        text.Append($"\n{title}:\n");
        foreach (var (left, right) in list)
        {
            var indent = width + 4;
            var lines = string.Join("\n" + new string(' ', indent), Wrapping.Lines(right, columns, indent));
            text.Append(left.Length <= width
                ? $"  {left.PadRight(width)}  {lines}\n"
                : $"  {string.Join("\n      ", Wrapping.Lines(left, columns, 6))}\n{new string(' ', indent)}{lines}\n");
        }
    }
}

/// <summary>Shows the tool's version.</summary>
internal sealed class VersionCommand : ICommand, ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult<ICommandResult>(this);

    public void WriteText(TextOutput output) => output.Line(ToolName.Version);

    /// <summary>The envelope has the version already.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
    }
}
