using Microsoft.Data.Sqlite;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;
using MigrateBoth.EntityFrameworkCore.Providers;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Validates an ADO.NET connection string.</summary>
internal static class AdoConnectionString
{
    public static string Validate(DatabaseType type, string text)
    {
        try
        {
            return DriverConnectionString.For(type == DatabaseType.Sqlite ? new SqliteConnectionStringBuilder() : MySqlDriver.NewConnectionString(), text);
        }
        catch (ArgumentException)
        {
            // Not chained: the builders quote what they do not understand, and an unquoted ';' puts a piece of a password there.
            throw new DatabaseConfigurationException(
                $"{DatabaseSettingNames.Url} is neither a URL nor a connection string that the {DatabaseTypeNames.NameOf(type)} provider understands.");
        }
    }
}
