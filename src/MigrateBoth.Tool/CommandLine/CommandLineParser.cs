using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>A parsed command line.</summary>
/// <param name="CommandName">The command's name; empty when only help or the version was requested.</param>
/// <param name="Command">The work.</param>
/// <param name="Options">Options of every command.</param>
/// <param name="ApplicationArguments">What followed <c>--</c>.</param>
internal sealed record ParsedCommandLine(
    string CommandName,
    ICommand Command,
    GlobalOptions Options,
    IReadOnlyList<string> ApplicationArguments);

/// <summary>Parses the words of a command line into a command, or throws an error with a suggestion.</summary>
internal sealed class CommandLineParser(IReadOnlyList<CommandDefinition> definitions)
{
    /// <summary>The command's name as far as it can be told, for the envelope of an error.</summary>
    public string PeekCommand(IReadOnlyList<string> args) =>
        args.TakeWhile(arg => arg != "--").FirstOrDefault(arg => definitions.Any(d => d.Name == arg)) ?? string.Empty;

    /// <summary>Parses a command line.</summary>
    /// <exception cref="MigrateBothException">Wrong usage (64).</exception>
    public ParsedCommandLine Parse(IReadOnlyList<string> args, ToolConsole console)
    {
        // The separator is ours: what follows belongs to the user's application, word for word.
        var separator = args.ToList().IndexOf("--");
        var own = separator < 0 ? args : args.Take(separator);
        IReadOnlyList<string> applicationArguments = separator < 0 ? [] : [.. args.Skip(separator + 1)];

        using var root = NewApplication();
        root.Name = ToolName.Command;
        var global = new GlobalOptionGroup(root);
        var readers = new Dictionary<CommandLineApplication, (CommandDefinition Definition, Func<ICommand> Read)>();
        foreach (var definition in definitions)
        {
            var app = root.Command(definition.Name, command => command.Description = definition.Summary, throwOnUnexpectedArg: false);
            readers.Add(app, (definition, definition.Configure(app)));
        }

        var selected = Select(root, Meant([.. own]));
        if (global.VersionWanted)
        {
            return Informational(new VersionCommand(), global, console);
        }

        if (global.HelpWanted)
        {
            readers.TryGetValue(selected, out var wanted);
            return Informational(new HelpCommand(HelpText.For(selected, wanted.Definition, console.IsOutTerminal ? console.Width : int.MaxValue)), global, console);
        }

        CommandLineErrors.ThrowIfSwallowed(selected);
        CommandLineErrors.ThrowIfUnexpected(selected);
        if (!readers.TryGetValue(selected, out var entry))
        {
            throw new MigrateBothException(
                ExitCode.Usage, "missing-command", "No command was given.", $"'{ToolName.Command} --help' lists the commands.");
        }

        CommandLineErrors.ThrowIfIncomplete(selected, entry.Definition, applicationArguments);
        return new ParsedCommandLine(entry.Definition.Name, entry.Read(), global.Read(console), applicationArguments);
    }

    /// <summary>No words at all, and <c>help</c>, ask for help.</summary>
    private static string[] Meant(string[] words) => words switch
    {
        [] => ["--help"],
        ["help", .. var rest] => [.. rest, "--help"],
        _ => words,
    };

    private static ParsedCommandLine Informational(ICommand command, GlobalOptionGroup global, ToolConsole console) =>
        new(string.Empty, command, global.Read(console), []);

    private static CommandLineApplication Select(CommandLineApplication root, string[] args)
    {
        try
        {
            return root.Parse(args).SelectedCommand;
        }
        catch (CommandParsingException exception)
        {
            throw CommandLineErrors.From(exception);
        }
    }

    private static CommandLineApplication NewApplication() => new(throwOnUnexpectedArg: false);
}
