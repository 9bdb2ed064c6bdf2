using System.Data.Common;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Puts an option of a URL into a provider's connection string.</summary>
internal static class UrlOption
{
    /// <summary>Sets a keyword of the connection string, written as the provider documents it or with <c>-</c> or <c>_</c> for spaces.</summary>
    /// <exception cref="DatabaseConfigurationException">The provider has no such keyword or refuses the value.</exception>
    public static void Set(DbConnectionStringBuilder builder, string name, string value)
    {
        // The builders' own exceptions are not chained: some quote the value, and a value can be a password.
        try
        {
            builder[Keyword(builder, name)] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or NotSupportedException
            or OverflowException or InvalidCastException)
        {
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url}: the option '{name}' is not one of the provider's connection string keywords, or its value is not allowed.");
        }
    }

    private static string Keyword(DbConnectionStringBuilder builder, string name)
    {
        var spaced = name.Replace('-', ' ').Replace('_', ' ');
        return !IsKnown(builder, name) && IsKnown(builder, spaced) ? spaced : name;
    }

    private static bool IsKnown(DbConnectionStringBuilder builder, string name)
    {
        try
        {
            _ = builder[name];
            return true;
        }
        catch (ArgumentException)
        {
            // The only way these builders answer "unknown": ContainsKey means "is set" for some of them.
            return false;
        }
    }
}
