using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>A table as the round trip fills and reads it: both engines' columns side by side.</summary>
/// <param name="Name">Its name, as SQLite spells it where both have it.</param>
/// <param name="Catalogs">The table in the catalog of each engine that has it.</param>
/// <param name="Columns">Its columns in the order of their names.</param>
public sealed record RowTable(string Name, IReadOnlyDictionary<Engine, Table> Catalogs, IReadOnlyList<RowColumn> Columns)
{
    /// <summary>The columns of the primary key; empty where there is none, or where the engines have different ones.</summary>
    public IReadOnlyList<string> Key { get; } = KeyOf(Catalogs);

    /// <summary>The table's name on one engine.</summary>
    public string NameOn(Engine engine) => Catalogs[engine].Name;

    /// <summary>The columns of one engine.</summary>
    public IReadOnlyList<RowColumn> On(Engine engine) => [.. Columns.Where(column => column.Catalogs.ContainsKey(engine))];

    /// <summary>The tables of both engines; a table that only one of them has is there too.</summary>
    /// <param name="schemas">The catalogs.</param>
    /// <param name="models">The tables of each engine's model at this point of the history; empty where it is not known.</param>
    public static IReadOnlyList<RowTable> Of(IReadOnlyDictionary<Engine, DatabaseSchema> schemas, IReadOnlyDictionary<Engine, IReadOnlyList<ModelTable>> models)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        ArgumentNullException.ThrowIfNull(models);
        return
        [
            .. from item in schemas.SelectMany(schema => schema.Value.Tables.Select(table => (Engine: schema.Key, Table: table)))
               group item by item.Table.Name into same
               let catalogs = same.ToDictionary(item => item.Engine, item => item.Table)
               orderby same.Key
               select new RowTable(catalogs.MinBy(item => item.Key).Value.Name, catalogs, ColumnsOf(catalogs, models)),
        ];
    }

    private static IReadOnlyList<RowColumn> ColumnsOf(Dictionary<Engine, Table> catalogs, IReadOnlyDictionary<Engine, IReadOnlyList<ModelTable>> models) =>
    [
        .. from item in catalogs.SelectMany(table => table.Value.Columns.Select(column => (Engine: table.Key, Column: column)))
           group item by item.Column.Name.ToUpperInvariant() into same
           let columns = same.ToDictionary(item => item.Engine, item => item.Column)
           let mapped = same.Select(item => Mapped(models, item.Engine, catalogs[item.Engine].Name, item.Column.Name)).OfType<ModelColumn>().ToList()
           orderby same.Key
           select new RowColumn(columns.MinBy(item => item.Key).Value.Name, ValueKinds.Of(columns, mapped), columns, mapped.FirstOrDefault()?.ProviderClrType.TrimEnd('?'), mapped.Min(column => column.MaxLength)),
    ];

    private static ModelColumn? Mapped(IReadOnlyDictionary<Engine, IReadOnlyList<ModelTable>> models, Engine engine, string table, string column) =>
        models.GetValueOrDefault(engine)?.FirstOrDefault(candidate => Same(candidate.Name, table))?.Columns.FirstOrDefault(candidate => Same(candidate.Name, column));

    private static IReadOnlyList<string> KeyOf(IReadOnlyDictionary<Engine, Table> catalogs)
    {
        var keys = catalogs.Values.Select(table => table.PrimaryKey?.Columns ?? []).ToList();
        return keys.TrueForAll(key => key.Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(keys[0].Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase))
            ? keys[0]
            : [];
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A column as the round trip fills and reads it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its values mean.</param>
/// <param name="Catalogs">The column in the catalog of each engine that has it.</param>
/// <param name="ClrType">The type that the model gives its values, or null where the model does not know it.</param>
/// <param name="ModelLength">The longest text that the model allows, or null.</param>
public sealed record RowColumn(string Name, ValueKind Kind, IReadOnlyDictionary<Engine, Column> Catalogs, string? ClrType, int? ModelLength)
{
    /// <summary>Whether every engine takes NULL.</summary>
    public bool IsNullable => Catalogs.Values.All(column => column.IsNullable);

    /// <summary>Whether an engine computes the values.</summary>
    public bool IsGenerated => Catalogs.Values.Any(column => column.Generated is not null);

    /// <summary>Whether a floating-point number has 32 bits.</summary>
    public bool IsSingle => ClrType == "float" || Catalogs.Any(item => item.Key == Engine.MySql && item.Value.Type.Name == "float");

    /// <summary>The stricter of the declared types.</summary>
    public StoreType Type => (Catalogs.TryGetValue(Engine.MySql, out var column) ? column : Catalogs[Engine.Sqlite]).Type;
}

/// <summary>The rows of one table on one engine.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows, each with a value (see <see cref="ValueText"/>) for each column.</param>
public sealed record TableRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>An empty set of rows without columns.</summary>
    public static TableRows None { get; } = new([], []);

    /// <summary>Where a column stands, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index], column, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>Why an engine took no row.</summary>
/// <param name="Statement">The statement that it refused.</param>
/// <param name="Message">Its message.</param>
public sealed record RowRefusal(string Statement, string Message);

/// <summary>Writes and reads rows of a scratch database on one engine.</summary>
public interface IRowStore
{
    /// <summary>The engine whose rows are read and written.</summary>
    Engine Engine { get; }

    /// <summary>Opens a database.</summary>
    /// <exception cref="Errors.MigrateBothException">It cannot be reached.</exception>
    Task<IRowSession> OpenAsync(string connectionString, CancellationToken cancellationToken);
}

/// <summary>An open scratch database.</summary>
public interface IRowSession : IAsyncDisposable
{
    /// <summary>Inserts all of the rows or none, in a transaction that stays open until <see cref="EndAsync"/>; null when they are in.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="checksReferences">False for tables that refer to each other in a cycle.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<RowRefusal?> InsertAsync(RowTable table, TableRows rows, bool checksReferences, CancellationToken cancellationToken);

    /// <summary>Keeps the inserted row, or removes it because the other engine refused it.</summary>
    Task EndAsync(bool keep, CancellationToken cancellationToken);

    /// <summary>Reads all rows of a table.</summary>
    Task<TableRows> ReadAsync(RowTable table, CancellationToken cancellationToken);
}

/// <summary>Shows statements with parameters to people.</summary>
public static class RowStatements
{
    /// <summary>The statement with its values behind it.</summary>
    public static string Show(string sql, IEnumerable<string?> values) => $"{sql} -- {string.Join(", ", values.Select(ValueText.Show))}";
}
