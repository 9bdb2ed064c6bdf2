using System.Globalization;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>How old a report is or may be.</summary>
internal static class ReportAge
{
    /// <summary>Clocks of two machines differ.</summary>
    public static TimeSpan ClockTolerance { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Reads <c>90s</c>, <c>30m</c>, <c>12h</c> or <c>7d</c>.</summary>
    /// <exception cref="MigrateBothException">64: not a time, or not more than zero.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        var unit = text.Length > 1 ? text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 } : 0;
        return unit > 0
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * unit is > 0 and < int.MaxValue
                ? TimeSpan.FromSeconds(number * unit)
                : throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"{option} does not understand '{text}'.", $"Write a time with its unit, such as {option} 12h or {option} 7d.");
    }

    /// <summary>A time for people, in its largest unit.</summary>
    public static string Text(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => $"{Math.Floor(age.TotalDays).ToString(CultureInfo.InvariantCulture)} days",
        { TotalHours: >= 2 } => $"{Math.Floor(age.TotalHours).ToString(CultureInfo.InvariantCulture)} hours",
        { TotalMinutes: >= 2 } => $"{Math.Floor(age.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minutes",
        _ => $"{Math.Max(0, Math.Floor(age.TotalSeconds)).ToString(CultureInfo.InvariantCulture)} seconds",
    };
}
