using System.Reflection;

using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>The id that a migration's Designer file gives it.</summary>
internal static class MigrationIds
{
    public static string Id(this Migration migration) => migration.GetType().GetCustomAttribute<MigrationAttribute>()?.Id ?? migration.GetType().Name;
}
