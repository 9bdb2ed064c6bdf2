using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Makes the foreign keys of a table of the rows of KEY_COLUMN_USAGE.</summary>
internal static class ForeignKeyBuilder
{
    public static IReadOnlyList<ForeignKey> Build(IEnumerable<ForeignKeyRow> rows, string database) =>
    [
        .. rows.GroupBy(r => r.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Build([.. g.OrderBy(r => r.Position)], database)),
    ];

    private static ForeignKey Build(List<ForeignKeyRow> rows, string database)
    {
        var first = rows[0];
        return new ForeignKey
        {
            Name = first.Name,
            Columns = [.. rows.Select(r => r.Column)],
            PrincipalTable = first.PrincipalSchema == database ? first.PrincipalTable : $"{first.PrincipalSchema}.{first.PrincipalTable}",
            PrincipalColumns = [.. rows.Select(r => r.PrincipalColumn)],
            OnDelete = Action(first.OnDelete),
            OnUpdate = Action(first.OnUpdate),
        };
    }

    private static ReferentialAction Action(string? rule) => rule switch
    {
        "NO ACTION" => ReferentialAction.NoAction,
        "RESTRICT" => ReferentialAction.Restrict,
        "CASCADE" => ReferentialAction.Cascade,
        "SET NULL" => ReferentialAction.SetNull,
        "SET DEFAULT" => ReferentialAction.SetDefault,
        _ => throw new InvalidDataException($"The catalog names a referential action that does not exist: '{rule}'."),
    };
}
