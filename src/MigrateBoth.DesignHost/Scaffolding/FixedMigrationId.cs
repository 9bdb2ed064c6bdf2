using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore.Migrations;

#pragma warning disable EF1001 // Only asked for its type: whether EF Core's own generator is in place.
using EfIds = Microsoft.EntityFrameworkCore.Migrations.Internal.MigrationsIdGenerator;
#pragma warning restore EF1001

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>
/// Gives the new migration the time stamp that both sides share, and leaves every other question to EF Core. A generator of the application's
/// own makes the id; only the time in it is replaced, so that both sides get the same.
/// </summary>
internal sealed partial class FixedMigrationId(string timestamp, IMigrationsIdGenerator inner) : IMigrationsIdGenerator
{
    public string GenerateId(string name) => inner.GetType() == typeof(EfIds) ? $"{timestamp}_{name}" : Time().Replace(inner.GenerateId(name), timestamp, 1);

    public string GetName(string id) => inner.GetName(id);

    public bool IsValidId(string value) => inner.IsValidId(value);

    [GeneratedRegex("""(?<!\d)20\d{12}(?!\d)""")]
    private static partial Regex Time();
}
