using System.Runtime.CompilerServices;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Reads option values, with errors that name the option and what it accepts.</summary>
internal static class OptionValues
{
    private static readonly ConditionalWeakTable<object, IReadOnlyList<string>> Words = [];

    /// <summary>Declares what the value can be, for completion in a shell.</summary>
    public static CommandOption Takes(this CommandOption option, IEnumerable<string> words)
    {
        Words.Add(option, [.. words]);
        return option;
    }

    /// <summary>Declares what the argument can be, for completion in a shell.</summary>
    public static CommandArgument Takes(this CommandArgument argument, IEnumerable<string> words)
    {
        Words.Add(argument, [.. words]);
        return argument;
    }

    /// <summary>What was declared with <see cref="Takes(CommandOption, IEnumerable{string})"/>; empty where nothing was.</summary>
    public static IReadOnlyList<string> SuggestionsOf(object declared) => Words.TryGetValue(declared, out var words) ? words : [];

    /// <summary>The value of an option that takes one of a few words.</summary>
    public static T Choice<T>(this CommandOption option, IReadOnlyDictionary<string, T> choices, T fallback) =>
        option.HasValue() ? Choose($"--{option.LongName}", option.Value(), choices) : fallback;

    /// <summary>The value an option was given, or null. An option that is given twice is an error: silently taking one of them would be a guess.</summary>
    public static string? Single(this CommandOption option) => option.Values.Count switch
    {
        0 => null,
        1 => string.IsNullOrWhiteSpace(option.Values[0])
            ? throw new MigrateBothException(ExitCode.Usage, "missing-value", $"--{option.LongName} was given an empty value.")
            : option.Values[0],
        _ => throw new MigrateBothException(ExitCode.Usage, "repeated-option", $"--{option.LongName} was given {option.Values.Count} times."),
    };

    /// <summary>One of a few words.</summary>
    /// <param name="subject">The option or argument as it is typed.</param>
    /// <param name="value">What was given.</param>
    /// <param name="choices">What is accepted.</param>
    public static T Choose<T>(string subject, string value, IReadOnlyDictionary<string, T> choices)
    {
        if (choices.TryGetValue(value, out var chosen))
        {
            return chosen;
        }

        var nearest = NearestName.Find(value, choices.Keys);
        throw new MigrateBothException(
            ExitCode.Usage,
            "invalid-value",
            $"{subject} does not take '{value}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            $"It takes one of: {string.Join(", ", choices.Keys)}.");
    }
}
