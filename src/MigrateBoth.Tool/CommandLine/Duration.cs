using System.Globalization;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.CommandLine;

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
