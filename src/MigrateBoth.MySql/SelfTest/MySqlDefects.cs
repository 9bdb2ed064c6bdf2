using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql.Catalog;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>Everything that can be wrong with a schema on MySQL, as far as <c>verify --self-test</c> plants it.</summary>
public static class MySqlDefects
{
    /// <summary>The types and expressions of MySQL that defects are written with.</summary>
    public static PlantingTerms Terms { get; } = new()
    {
        IsText = column => column.Type.Name is "varchar" or "char" or "tinytext" or "text" or "mediumtext" or "longtext" && column.CharacterSet is "utf8mb4" or "utf8mb3",
        IsCollated = (column, _) => column.Collation is not null,
        IsInteger = column => TypeFamilies.IsInteger(column.Type),
        TakesLiteralDefault = column => column.Type.Name is "varchar" or "char" || TypeFamilies.IsNumber(column.Type),
        IsIndexable = column => column.Type.Name is "varchar" or "char" ? column.Type.Length is <= 190 : column.Type.Name is "datetime" or "date" || TypeFamilies.IsNumber(column.Type),
        Integer = "int",
        Text = "varchar(50)",
        Bytes = "longblob",
        Real = "double",
        IgnoringCase = "utf8mb4_general_ci",
        IgnoringBlanks = "utf8mb4_bin",
        Clock = column => column.Type is { Name: "datetime" or "timestamp" }
            ? new ColumnDefault(ColumnDefaultKind.Expression, Now(column), Now(column))
            : null,
        Pairs = PairedDefects.Statements("int NOT NULL AUTO_INCREMENT PRIMARY KEY", "int", "double", "varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", "FOR EACH ROW"),
        Quote = MySqlTableSql.Quote,
    };

    /// <summary>All kinds of defects for MySQL.</summary>
    public static IReadOnlyList<DefectKind> All { get; } =
        [.. SharedKinds.For(Engine.MySql), .. MySqlTableDefects.All, .. MySqlTypeDefects.All, .. MySqlIndexDefects.All, .. MySqlObjectDefects.All];

    /// <summary>The server's clock, to the same fraction of a second as the column.</summary>
    internal static string Now(Column column) => column.Type.Precision is > 0 and var digits ? $"CURRENT_TIMESTAMP({digits})" : "CURRENT_TIMESTAMP";

    internal static DefectKind Kind(string id, string title, Func<PlantingGround, IEnumerable<Defect>> find) => new(id, title, Engine.MySql, find);
}
