using System.Globalization;
using Generated.Spec;

namespace MigrateBoth.Detection.Tests.Generation;

/// <summary>Makes random models of everything that is sound on both engines. One seed, one model.</summary>
/// <param name="random">The seed.</param>
/// <param name="longNames">
/// Whether some indexes have names that MySQL cuts at 64 characters. Pomelo makes them and cannot drop them again (error 1091), so that
/// only models that stay as they are have them.
/// </param>
internal sealed class ModelGenerator(Random random, bool longNames)
{
    private static readonly string[] Words =
        ["Account", "Batch", "Carrier", "Depot", "Entry", "Fleet", "Grade", "Height", "Issue", "Journey", "Kernel", "Ledger", "Matrix", "Note", "Order", "Parcel", "Quota", "Route", "Stage", "Token"];

    private static readonly string[] Types = ["int", "long", "short", "bool", "double", "decimal", "string", "string", "string", "DateTime", "DateOnly", "Guid", "bytes"];

    /// <summary>SQLite computes with binary numbers, which keep 15 decimal digits.</summary>
    public const int MostDigits = 15;

    private int _number;

    /// <summary>A model of so many tables.</summary>
    public ModelSpec Model(int tables)
    {
        var model = new ModelSpec([]);
        for (var i = 0; i < tables; i++)
        {
            model = model with { Tables = [.. model.Tables, Table(model)] };
        }

        return model;
    }

    /// <summary>A table that may refer to the model's.</summary>
    public TableSpec Table(ModelSpec model)
    {
        var table = Keyed(Name("")) with { Comment = random.Next(4) == 0 ? $"about {Word()}" : null };
        for (var i = random.Next(3, 9); i > 0; i--)
        {
            table = table with { Columns = [.. table.Columns, Column()] };
        }

        table = random.Next(3) == 0 ? WithComputed(table) : table;
        table = random.Next(2) == 0 ? WithCheck(table) : table;
        table = random.Next(5) == 0 ? WithAlternateKey(table) : table;
        for (var i = random.Next(3); i > 0; i--)
        {
            table = WithIndex(table);
        }

        for (var i = random.Next(3); i > 0 && model.Tables.Count > 0; i--)
        {
            table = WithForeignKey(model, table);
        }

        return table;
    }

    /// <summary>A column of any sort.</summary>
    public ColumnSpec Column()
    {
        var type = Pick(Types);
        var column = new ColumnSpec(Name("C"), type)
        {
            IsNullable = random.Next(2) == 0,
            MaxLength = type == "string" && random.Next(5) > 0 ? random.Next(1, 250) : type == "bytes" && random.Next(2) == 0 ? random.Next(8, 200) : null,
            Comment = random.Next(8) == 0 ? $"it's \"{Word()}\" \\ 100 %" : null,
        };
        if (type == "decimal")
        {
            var precision = random.Next(4, MostDigits);
            column = column with { Precision = precision, Scale = random.Next(1, Math.Min(precision - 1, 12)) };
        }

        return random.Next(4) == 0 ? WithDefault(column) : column;
    }

    /// <summary>The column with a default that its type can have.</summary>
    public ColumnSpec WithDefault(ColumnSpec column) => column.Type switch
    {
        "int" or "long" when random.Next(3) == 0 => column with { DefaultSql = $"({Number(random.Next(2, 9))} * 7)", Default = null },
        "int" or "long" or "short" => column with { Default = Number(random.Next(1, 100)) },
        "bool" => column with { Default = random.Next(2) == 0 ? "true" : "false" },
        "double" => column with { Default = "1.5" },
        "decimal" => column with { Default = "12.5" },
        "string" when column.MaxLength is null or > 12 => column with { Default = Pick(["none", "it's", "a \\ b", "NULL", "", "0"]) },
        "DateTime" => column with { Default = "2020-01-02T03:04:05" },
        "DateOnly" => column with { Default = "2020-01-02" },
        "Guid" => column with { Default = "0f8fad5b-d9cb-469f-a165-70867728950e" },
        _ => column,
    };

    /// <summary>The table with one more index; a unique one only over what three rows can differ in.</summary>
    /// <param name="table">The table.</param>
    /// <param name="holdsRows">Whether an earlier migration made it: its rows may be equal there, so that the index is not unique.</param>
    public TableSpec WithIndex(TableSpec table, bool holdsRows = false)
    {
        var isUnique = random.Next(3) == 0 && !holdsRows;
        var columns = Indexable(table).Where(column => !isUnique || !IsChecked(table, column)).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(column => column.Name).ToList();
        var name = longNames && random.Next(10) == 0 ? $"{Name("IX_")}_{table.Name}_{new string('x', 70)}" : Name($"IX_{table.Name}");

        // An index that begins with a foreign key's columns replaces the one EF Core makes for it, and Pomelo drops that first (catalogue row M-15).
        return columns.Count == 0 || table.ForeignKeys.Any(key => key.Column == columns[0]) || table.Indexes.Any(index => index.Columns.SequenceEqual(columns))
            ? table
            : table with { Indexes = [.. table.Indexes, new IndexSpec(name, columns, isUnique && table.Columns.Any(column => columns.Contains(column.Name) && column.Type != "bool"), [.. columns.Select(_ => random.Next(4) == 0)])] };
    }

    /// <summary>The table with one more column and a check that its default satisfies, as rows that are there need it.</summary>
    public TableSpec WithCheckedColumn(TableSpec table)
    {
        var column = new ColumnSpec(Name("C"), Pick(["int", "long", "short"])) { Default = "3" };
        return WithCheck(table with { Columns = [.. table.Columns, column] }, column);
    }

    /// <summary>The table with one more check.</summary>
    public TableSpec WithCheck(TableSpec table)
    {
        var columns = table.Columns.Where(column => column is { Type: "int" or "long" or "short", IsGenerated: false, Computed: null, Default: null, DefaultSql: null } && !table.Key.Contains(column.Name)
            && !table.ForeignKeys.Any(key => key.Column == column.Name)
            && !IsChecked(table, column)
            && !table.Indexes.Any(index => index.IsUnique && index.Columns.Contains(column.Name))
            && !table.Columns.Any(other => other.Computed?.Contains(column.Name, StringComparison.Ordinal) == true)).ToList();
        return columns.Count == 0 ? table : WithCheck(table, Pick(columns));
    }

    private TableSpec WithCheck(TableSpec table, ColumnSpec checkedColumn)
    {
        var column = checkedColumn.Name;
        var sql = Pick([$"{column} >= {Number(random.Next(4))}", $"{column} > -5 AND {column} < 500", $"{column} IN (1, 2, 3) OR {column} IS NULL", $"{column} <> 0"]);
        return table with { Checks = [.. table.Checks, new CheckSpec(Name($"CK_{table.Name}"), sql)] };
    }

    /// <summary>The table with one more foreign key, to a key that the model has.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The table.</param>
    /// <param name="holdsRows">Whether an earlier migration made it: a required reference would have no value that its rows can hold.</param>
    public TableSpec WithForeignKey(ModelSpec model, TableSpec table, bool holdsRows = false)
    {
        var principals = model.Tables.Where(principal => principal.Key.Count == 1).ToList();
        if (principals.Count == 0)
        {
            return table;
        }

        var principal = Pick(principals);
        var keyName = principal.AlternateKeys.Where(key => key.Count == 1).Select(key => key[0]).FirstOrDefault(_ => random.Next(2) == 0) ?? principal.Key[0];
        var key = principal.Columns.Single(column => column.Name == keyName);
        var isNullable = holdsRows || random.Next(2) == 0;
        var column = new ColumnSpec(Name("Ref"), key.Type) { IsNullable = isNullable, MaxLength = key.MaxLength };
        return table with
        {
            Columns = [.. table.Columns, column],
            ForeignKeys = [.. table.ForeignKeys, new ForeignKeySpec(column.Name, principal.Name, key.Name, Pick<string>(isNullable ? ["Restrict", "SetNull", "NoAction"] : ["Cascade", "Restrict", "NoAction"]))],
        };
    }

    private static bool IsChecked(TableSpec table, ColumnSpec column) => table.Checks.Any(check => check.Sql.Contains(column.Name, StringComparison.Ordinal));

    /// <summary>The table with a column computed from others, whose largest values fit.</summary>
    /// <param name="table">The table.</param>
    /// <param name="holdsRows">Whether an earlier migration made it: SQLite adds no stored column to a table with rows.</param>
    public TableSpec WithComputed(TableSpec table, bool holdsRows = false)
    {
        var (a, b) = (new ColumnSpec(Name("C"), "short"), new ColumnSpec(Name("C"), "short"));
        var sum = new ColumnSpec(Name("Sum"), "int") { IsNullable = random.Next(2) == 0, Computed = Pick([$"{a.Name} + {b.Name}", $"{a.Name} - 2 * {b.Name}"]), IsStored = random.Next(2) == 0 && !holdsRows };
        return table with { Columns = [.. table.Columns, a, b, sum] };
    }

    /// <summary>A name that nothing has yet.</summary>
    public string Name(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{Word()}{++_number}");

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static IEnumerable<ColumnSpec> Indexable(TableSpec table) => table.Columns.Where(column =>
        column.Computed is null && !column.IsGenerated && (column.Type is not ("string" or "bytes") || column.MaxLength is <= 190));

    private TableSpec Keyed(string name)
    {
        var id = new ColumnSpec(Name("Id"), Pick(["int", "long", "int", "Guid", "string"]));
        id = id with { IsGenerated = id.Type is "int" or "long", MaxLength = id.Type == "string" ? random.Next(3, 60) : null };
        if (random.Next(6) > 0)
        {
            return new TableSpec { Name = name, Columns = [id], Key = [id.Name] };
        }

        var (first, second) = (new ColumnSpec(Name("Id"), "int"), new ColumnSpec(Name("Id"), Pick(["int", "Guid"])));
        return new TableSpec { Name = name, Columns = [first, second], Key = [first.Name, second.Name] };
    }

    private TableSpec WithAlternateKey(TableSpec table)
    {
        var column = new ColumnSpec(Name("Code"), "string") { MaxLength = random.Next(5, 60) };
        return table with { Columns = [.. table.Columns, column], AlternateKeys = [.. table.AlternateKeys, [column.Name]] };
    }

    private string Word() => Pick(Words);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
