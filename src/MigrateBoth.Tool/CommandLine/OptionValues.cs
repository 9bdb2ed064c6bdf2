using System.Globalization;
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

/// <summary>Reads times as people type them.</summary>
internal static class Duration
{
    /// <summary>Reads <c>90</c>, <c>90s</c>, <c>1.5m</c>, <c>1h</c> or <c>500ms</c>.</summary>
    /// <exception cref="MigrateBothException">Not a time, or not more than zero.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        var (number, milliseconds) = text.Trim() switch
        {
            var t when t.EndsWith("ms", StringComparison.Ordinal) => (t[..^2], 1),
            var t when t.EndsWith('s') => (t[..^1], 1_000),
            var t when t.EndsWith('m') => (t[..^1], 60_000),
            var t when t.EndsWith('h') => (t[..^1], 3_600_000),
            var t => (t, 1_000),
        };
        // A timer counts milliseconds in an unsigned 32-bit number: about 49 days.
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * milliseconds is > 0 and < uint.MaxValue - 1
                ? TimeSpan.FromMilliseconds(value * milliseconds)
                : throw new MigrateBothException(
                    ExitCode.Usage,
                    "invalid-value",
                    $"{option} does not understand '{text}'.",
                    $"Write a time such as {option} 90s, {option} 5m or {option} 1h.");
    }
}
