using System.Data.Common;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>
/// A connection string in the syntax of a given driver. The drivers for MySQL have the same options but spell some of them differently:
/// with or without spaces between the words, <c>SslMode=None</c> or <c>SslMode=Disabled</c>.
/// </summary>
internal static class DriverConnectionString
{
    private static readonly Dictionary<string, string> SameValues = new(StringComparer.OrdinalIgnoreCase) { ["None"] = "Disabled", ["Disabled"] = "None" };

    /// <summary>The text unchanged if the driver accepts it, otherwise translated into the driver's syntax.</summary>
    /// <param name="driver">An empty builder of the driver's.</param>
    /// <param name="text">The connection string.</param>
    /// <exception cref="ArgumentException">The driver has no such option or refuses its value. The message does not repeat values.</exception>
    public static string For(DbConnectionStringBuilder driver, string text)
    {
        if (Try(() => driver.ConnectionString = text))
        {
            return text;
        }

        driver.Clear();
        var given = new DbConnectionStringBuilder { ConnectionString = text };
        foreach (var key in given.Keys.Cast<string>())
        {
            Set(driver, key, given[key]);
        }

        return driver.ConnectionString;
    }

    /// <summary>Sets an option in any of its spellings.</summary>
    /// <exception cref="ArgumentException">As for <see cref="For"/>.</exception>
    public static void Set(DbConnectionStringBuilder driver, string key, object value)
    {
        var closed = key.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (!Try(() => driver[key] = value)
            && !Try(() => driver[closed] = value)
            && !(SameValues.TryGetValue(value.ToString() ?? string.Empty, out var other) && Try(() => driver[closed] = other)))
        {
            throw new ArgumentException($"The driver of the application's provider has no option '{key}', or refuses its value.");
        }
    }

    private static bool Try(Action set)
    {
        try
        {
            set();
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or NotSupportedException or OverflowException or InvalidCastException)
        {
            // Not chained: some of these quote the value, and a value can be a password.
            return false;
        }
    }
}
