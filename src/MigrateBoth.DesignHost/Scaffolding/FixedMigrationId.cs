using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>
/// Gives the new migration the time stamp that both sides share, and leaves every other question to EF Core. A generator of the application's
/// own makes the id; only the time in it is replaced, so that both sides get the same.
/// </summary>
internal sealed partial class FixedMigrationId(string timestamp, IMigrationsIdGenerator inner) : IMigrationsIdGenerator
{
    // EF Core's own generator lives where its interface does.
    public string GenerateId(string name) => inner.GetType().Assembly == typeof(IMigrationsIdGenerator).Assembly ? $"{timestamp}_{name}" : Time().Replace(inner.GenerateId(name), timestamp, 1);

    public string GetName(string id) => inner.GetName(id);

    public bool IsValidId(string value) => inner.IsValidId(value);

    [GeneratedRegex("""(?<!\d)20\d{12}(?!\d)""")]
    private static partial Regex Time();
}
