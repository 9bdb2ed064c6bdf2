using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>The commands and options for completion, taken from the declarations that the parser uses.</summary>
/// <param name="Commands">The commands, in the order of help.</param>
/// <param name="Global">The options of every command.</param>
internal sealed record CompletionModel(IReadOnlyList<CompletionCommand> Commands, IReadOnlyList<CompletionOption> Global)
{
    /// <summary>Value names that represent a file or a folder.</summary>
    private static readonly string[] Paths = ["PATH", "FILE", "DIR", "RESULTS"];

    /// <summary>Reads the declarations.</summary>
    public static CompletionModel Of(IReadOnlyList<CommandDefinition> definitions)
    {
        using var root = new CommandLineApplication(throwOnUnexpectedArg: false);
        _ = new GlobalOptionGroup(root);
        var global = root.Options.Select(Option).ToList();
        var commands = definitions.Select(definition =>
        {
            var app = root.Command(definition.Name, _ => { }, throwOnUnexpectedArg: false);
            definition.Configure(app);
            return new CompletionCommand(
                definition.Name,
                definition.Summary,
                [.. app.Options.Select(Option), .. global.Where(option => option.Name != "--version")],
                [.. app.Arguments.SelectMany(OptionValues.SuggestionsOf).Distinct(StringComparer.Ordinal)],
                app.Arguments.Any(argument => Paths.Contains(argument.Name)));
        }).ToList();
        var help = new CompletionCommand("help", "Show a command's help", global, [.. commands.Select(command => command.Name)], false);
        return new CompletionModel([.. commands, help], global);
    }

    private static CompletionOption Option(CommandOption option) => new(
        $"--{option.LongName}",
        string.IsNullOrEmpty(option.ShortName) ? null : $"-{option.ShortName}",
        option.Description ?? string.Empty,
        option.OptionType != CommandOptionType.NoValue,
        OptionValues.SuggestionsOf(option),
        Paths.Contains(option.ValueName));
}

/// <summary>A command, as shell completion offers it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Options">Its options, with those of every command.</param>
/// <param name="Words">What its arguments can be, where that is known.</param>
/// <param name="TakesFiles">Whether its arguments are files.</param>
internal sealed record CompletionCommand(string Name, string Summary, IReadOnlyList<CompletionOption> Options, IReadOnlyList<string> Words, bool TakesFiles);

/// <summary>An option, as shell completion offers it.</summary>
/// <param name="Name">Its long name with both dashes.</param>
/// <param name="Short">Its short name with the dash, or null.</param>
/// <param name="Description">What it does.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">What the value can be, where that is known.</param>
/// <param name="TakesFile">Whether the value is a file or folder.</param>
internal sealed record CompletionOption(string Name, string? Short, string Description, bool TakesValue, IReadOnlyList<string> Values, bool TakesFile)
{
    /// <summary>The long name, and the short one if there is one.</summary>
    public IEnumerable<string> Names => Short is null ? [Name] : [Name, Short];
}

/// <summary>What the scripts of all shells share.</summary>
internal static class ShellWords
{
    /// <summary>Enumerates the options that take a value, each with the words before it as <c>command --option</c>; those of every command as <c>* --option</c>.</summary>
    public static void Values(CompletionModel model, Action<IReadOnlyList<string>, CompletionOption> write)
    {
        foreach (var command in model.Commands)
        {
            foreach (var option in command.Options.Where(option => option.TakesValue && !model.Global.Contains(option)))
            {
                write([.. option.Names.Select(name => $"{command.Name} {name}")], option);
            }
        }

        foreach (var option in model.Global.Where(option => option.TakesValue))
        {
            write([.. option.Names.Select(name => $"* {name}")], option);
        }
    }

    /// <summary>The text within single quotes, for a shell that ends and opens them again around one.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
