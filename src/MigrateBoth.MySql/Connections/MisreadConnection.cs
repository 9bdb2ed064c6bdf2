using System.Data.Common;
using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>Says why a text is no connection string. The provider's own message may quote the text, password and all; this one never does.</summary>
internal static class MisreadConnection
{
    public static string Describe(string text)
    {
        if (ConnectionUrl.IsOne(text))
        {
            return "it is not of the form mysql://user:password@host:port/database. In the user's name and password write '@' as %40, '/' as %2F, ':' as %3A, '?' as %3F, '#' as %23 and a blank as %20";
        }

        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "it is not a list of key=value pairs separated by semicolons (a value with a semicolon needs quotes)";
        }

        // What follows the password may be a piece of it, cut off by an unquoted semicolon: no name from there on is repeated.
        foreach (var key in pairs.Keys.Cast<string>().TakeWhile(key => !key.StartsWith('p') || key is "port" or "pooling"))
        {
            try
            {
                _ = new MySqlConnectionStringBuilder { [key] = pairs[key] };
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or OverflowException)
            {
                return $"its option '{key}' is unknown or has a value that does not fit";
            }
        }

        return "one of its options is unknown or has a value that does not fit";
    }
}
