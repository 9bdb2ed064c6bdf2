using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>Gives the new migration the time stamp that both sides share, and leaves every other question to EF Core.</summary>
internal sealed class FixedMigrationId(string timestamp, IMigrationsIdGenerator inner) : IMigrationsIdGenerator
{
    public string GenerateId(string name) => $"{timestamp}_{name}";

    public string GetName(string id) => inner.GetName(id);

    public bool IsValidId(string value) => inner.IsValidId(value);
}
