using System.Text.RegularExpressions;

namespace MigrateBoth.Core.Errors;

/// <summary>Describes how to give an application the setting that its own message names.</summary>
public static partial class SettingAdvice
{
    /// <summary>The line of migrateboth.json for a setting, or for the one that a message names.</summary>
    /// <param name="engine">The engine whose context needs it.</param>
    /// <param name="message">What the application says.</param>
    public static string Of(Engine engine, string message)
    {
        var name = Key().Match(message) is { Success: true } key ? key.Value.Replace(":", "__", StringComparison.Ordinal)
            : Connection().Match(message) is { Success: true } connection ? $"ConnectionStrings__{connection.Groups["name"].Value}"
            : Variable().Match(message) is { Success: true } variable ? variable.Value : "NAME";
        return $"Give it in migrateboth.json: \"{engine.Id()}\": {{ \"environment\": {{ \"{name}\": \"value\" }} }}, or as \"arguments\".";
    }

    // 'ConnectionStrings:Shop', 'Shop:Api:Key'; no URL, no time of day.
    [GeneratedRegex("""\b[A-Z][A-Za-z0-9_]*(?::[A-Za-z][A-Za-z0-9_]*)+\b""")]
    private static partial Regex Key();

    // The template's own: "Connection string 'DefaultConnection' not found."
    [GeneratedRegex("""\bconnection string ['"](?<name>\w+)['"]""", RegexOptions.IgnoreCase)]
    private static partial Regex Connection();

    // 'SHOP_DB_HOST'.
    [GeneratedRegex("""\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b""")]
    private static partial Regex Variable();
}
