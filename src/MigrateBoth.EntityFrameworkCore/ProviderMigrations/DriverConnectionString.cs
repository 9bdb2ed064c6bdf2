using System.Data.Common;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>
/// A connection string in the words of the driver that is to read it. Drivers for MySQL have the same options and spell some of them differently:
/// with blanks between the words or without, <c>SslMode=None</c> or <c>SslMode=Disabled</c>.
/// </summary>
internal static class DriverConnectionString
{
    private static readonly Dictionary<string, string> SameValues = new(StringComparer.OrdinalIgnoreCase) { ["None"] = "Disabled", ["Disabled"] = "None" };

    /// <summary>The text itself where the driver takes it, or what it means in the driver's words.</summary>
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

    /// <summary>Sets an option, however it is spelled.</summary>
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
