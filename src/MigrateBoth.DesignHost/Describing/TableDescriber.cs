using MigrateBoth.Core.Model;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Describes a table of the relational model: where TPH, owned types and table splitting have become columns.</summary>
internal static class TableDescriber
{
    public static ModelTable Describe(ITable table) => new()
    {
        Name = table.Name,
        Schema = table.Schema,
        EntityTypes = [.. table.EntityTypeMappings.Select(mapping => mapping.TypeBase.DisplayName()).Distinct()],
        Columns = [.. table.Columns.Select(ColumnDescriber.Describe).OrderBy(column => column.Name, StringComparer.Ordinal)],
        Checks =
        [
            .. table.CheckConstraints
                .Select(check => new ModelCheck(check.Name ?? check.ModelName, check.Sql))
                .DistinctBy(check => check.Name, StringComparer.Ordinal)
                .OrderBy(check => check.Name, StringComparer.Ordinal),
        ],
        Triggers = [.. table.Triggers.Select(trigger => trigger.GetDatabaseName() ?? trigger.ModelName).Distinct().Order(StringComparer.Ordinal)],
        IsExcludedFromMigrations = table.IsExcludedFromMigrations,
    };
}
