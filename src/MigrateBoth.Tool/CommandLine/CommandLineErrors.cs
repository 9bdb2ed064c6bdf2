using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Errors in a command line, with the nearest name that exists.</summary>
internal static class CommandLineErrors
{
    /// <summary>What the words of the EF Core tools are called here; null where there is no such command.</summary>
    private static readonly Dictionary<string, string?> OfEfTools = new(StringComparer.Ordinal)
    {
        ["migrations add"] = "add NAME",
        ["migrations remove"] = "remove",
        ["migrations list"] = "list",
        ["migrations script"] = "script --output DIR",
        ["migrations has-pending-model-changes"] = "status",
        ["migrations bundle"] = null,
        ["database update"] = "apply --sqlite CONNECTION --mysql CONNECTION",
        ["database drop"] = null,
        ["dbcontext info"] = "doctor",
        ["dbcontext list"] = null,
        ["dbcontext script"] = null,
        ["dbcontext scaffold"] = null,
        ["dbcontext optimize"] = null,
    };

    /// <summary>Refuses what the parser did not recognise.</summary>
    public static void ThrowIfUnexpected(CommandLineApplication selected)
    {
        // The parser stops at the first word it does not know and keeps the rest; the first one is the mistake.
        if (selected.RemainingArguments is not [var word, ..])
        {
            return;
        }

        if (word.StartsWith('-'))
        {
            var name = word.Split('=', ':')[0];
            throw Unknown("option", name, NearestName.Find(name, OptionNames(selected)), selected);
        }

        if (selected.Commands.Count > 0)
        {
            ThrowIfOfEfTools(selected.RemainingArguments);
            throw Unknown("command", word, NearestName.Find(word, selected.Commands.Select(c => c.Name)), selected);
        }

        throw new MigrateBothException(
            ExitCode.Usage, "unexpected-argument", $"'{word}' is one argument too many for '{selected.Name}'.", HelpHint(selected));
    }

    /// <summary>Refuses an option whose value was forgotten: the parser takes the next option for it, and <c>apply --sqlite --no-build</c> would make a database of that name.</summary>
    public static void ThrowIfSwallowed(CommandLineApplication selected)
    {
        var options = selected.GetOptions().ToList();
        var names = options.SelectMany(option => new[] { $"--{option.LongName}", $"-{option.ShortName}" }).Where(name => name.TrimStart('-').Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var option in options.Where(option => option.OptionType != CommandOptionType.NoValue))
        {
            if (option.Values.FirstOrDefault(value => value is not null && names.Contains(value.Split('=')[0])) is { } swallowed)
            {
                throw new MigrateBothException(
                    ExitCode.Usage, "missing-value", $"--{option.LongName} needs a value: '{swallowed}' is an option of its own.", HelpHint(selected));
            }
        }
    }

    /// <summary>The habit of <c>dotnet ef</c>: the command of this tool that is meant.</summary>
    private static void ThrowIfOfEfTools(List<string> words)
    {
        var prefix = words.Count > 1 ? $"{words[0]} {words[1]}" : $"{words[0]} ";
        var (name, meant) = OfEfTools.FirstOrDefault(command => command.Key == prefix);
        name ??= OfEfTools.Keys.FirstOrDefault(command => words.Count == 1 && command.StartsWith(prefix, StringComparison.Ordinal));
        if (name is null)
        {
            return;
        }

        throw new MigrateBothException(
            ExitCode.Usage,
            "unknown-command",
            words.Count == 1 ? $"'{words[0]}' is a command of 'dotnet ef', not of this tool." : $"'{name}' is a command of 'dotnet ef', not of this tool.",
            words.Count == 1 ? $"'{ToolName.Command} help' lists the commands: add, remove, list, script and apply do for both databases what 'dotnet ef' does for one."
            : meant is null ? $"This tool has no such command. 'dotnet ef {name}' can be used as well."
            : $"Here it is: {ToolName.Command} {meant}");
    }

    /// <summary>Refuses a command without its required arguments, and application arguments where there is no application.</summary>
    public static void ThrowIfIncomplete(CommandLineApplication selected, CommandDefinition definition, IReadOnlyList<string> applicationArguments)
    {
        var missing = selected.Arguments.FirstOrDefault(a => a.Values.Count == 0 && a.Validators.Count > 0);
        if (missing is not null)
        {
            throw new MigrateBothException(
                ExitCode.Usage, "missing-argument", $"'{selected.Name}' needs {missing.Name}: {missing.Description}.", HelpHint(selected));
        }

        if (applicationArguments.Count > 0 && !definition.TakesApplicationArguments)
        {
            throw new MigrateBothException(
                ExitCode.Usage,
                "unexpected-argument",
                $"'{selected.Name}' does not run the application, so it takes no arguments after '--'.",
                HelpHint(selected));
        }
    }

    /// <summary>The parser's own complaints, such as an option without its value.</summary>
    public static MigrateBothException From(CommandParsingException exception) =>
        new(ExitCode.Usage, "wrong-usage", exception.Message, HelpHint(exception.Command));

    private static MigrateBothException Unknown(string what, string name, string? nearest, CommandLineApplication app) =>
        new(
            ExitCode.Usage,
            $"unknown-{what}",
            $"There is no {what} '{name}'{(app.Parent is null ? string.Empty : $" for '{app.Name}'")}.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            HelpHint(app));

    private static IEnumerable<string> OptionNames(CommandLineApplication app) =>
        app.GetOptions().Where(o => !string.IsNullOrEmpty(o.LongName)).Select(o => $"--{o.LongName}");

    private static string HelpHint(CommandLineApplication app) =>
        $"'{ToolName.Command}{(app.Parent is null ? string.Empty : $" {app.Name}")} --help' shows the usage.";
}
