using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Recordings;

/// <summary>A database command and what came of it.</summary>
sealed partial record RecordedCommand : RecordedStep
{
    /// <summary>How it was executed.</summary>
    public required CommandKind Kind { get; init; }

    /// <summary>Which part of EF Core asked for it.</summary>
    public required CommandSource Source { get; init; }

    /// <summary>The sequence of the <see cref="RecordedSave"/> it belongs to; engines split one save into commands in their own ways.</summary>
    public long? Save { get; init; }

    /// <summary>The LINQ tags of <c>TagWith</c> and <c>TagWithCallSite</c>, in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The query's expression as EF Core prints it, with parameters by name: the same on both engines for the same LINQ. Null for raw
    /// commands, saves, and queries that were compiled before the recording began.
    /// </summary>
    public string? Shape { get; init; }

    /// <summary>The text that the engine got.</summary>
    public required string Sql { get; init; }

    /// <summary>The outermost ORDER BY with the engine's quoting; null when the rows have no order.</summary>
    public string? OrderBy { get; init; }

    /// <summary>The parameters' values in order, encoded as <see cref="RecordedValue"/> does.</summary>
    public IReadOnlyList<string?> Parameters { get; init; } = [];

    /// <summary>The columns of the first result; empty where it has none.</summary>
    public IReadOnlyList<RecordedColumn> Columns { get; init; } = [];

    /// <summary>The first rows that were read, a value per column, encoded as <see cref="RecordedValue"/> does.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>How many rows were read, with those that are not kept.</summary>
    public int RowCount { get; init; }

    /// <summary>What is known of the rows that are not kept; null when all are.</summary>
    public RowsDigest? Rest { get; init; }

    /// <summary>
    /// What further statements of the command returned; null when there is one result only. A save of several entity types reads each type's
    /// generated values back on its own.
    /// </summary>
    public IReadOnlyList<RecordedResult>? MoreResults { get; init; }

    /// <summary>All results, the first one among them.</summary>
    [JsonIgnore]
    public IEnumerable<RecordedResult> Results => [new(Columns, Rows, RowCount, Rest), .. MoreResults ?? []];

    /// <summary>The rows affected as the engine counts them; null where it does not (queries).</summary>
    public int? RowsAffected { get; init; }

    /// <summary>The value of a scalar command, encoded.</summary>
    public string? Scalar { get; init; }

    /// <summary>Whether a <c>TransactionScope</c> was open around it.</summary>
    public bool IsInScope { get; init; }

    /// <summary>True when a text above was cut at its limit.</summary>
    public bool Truncated { get; init; }
}

/// <summary>How a command is executed.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum CommandKind
#else
public enum CommandKind
#endif
{
    /// <summary>Rows are read.</summary>
    Reader,

    /// <summary>Rows are affected.</summary>
    NonQuery,

    /// <summary>One value is read.</summary>
    Scalar,
}

/// <summary>Which part of EF Core asks for a command. Migrations are not recorded.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum CommandSource
#else
public enum CommandSource
#endif
{
    /// <summary>Something else, such as a raw ADO.NET command made through the facade.</summary>
    Other,

    /// <summary>A LINQ query.</summary>
    Linq,

    /// <summary>A command of <c>SaveChanges</c>.</summary>
    Save,

    /// <summary><c>ExecuteUpdate</c> and <c>ExecuteDelete</c>.</summary>
    Bulk,

    /// <summary><c>FromSql</c> and <c>SqlQuery</c>.</summary>
    RawQuery,

    /// <summary>A command of <c>ExecuteSql</c>.</summary>
    RawCommand,

    /// <summary>A generator of values that asks the database.</summary>
    ValueGenerator,
}

/// <summary>What one statement of a command returned. Results that follow each other and show the same columns are one.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The first rows that were read, a value per column, encoded as <see cref="RecordedValue"/> does.</param>
/// <param name="RowCount">How many rows were read, with those that are not kept.</param>
/// <param name="Rest">What is known of the rows that are not kept; null when all are.</param>
sealed partial record RecordedResult(
    IReadOnlyList<RecordedColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, int RowCount, RowsDigest? Rest);

/// <summary>A column of a result.</summary>
/// <param name="Name">The name in the result.</param>
/// <param name="Origin">The column of the model that it shows, <c>Table.Column</c>; null for expressions and where the engine does not tell.</param>
/// <param name="Role">Whether its values are made by the application.</param>
sealed partial record RecordedColumn(string Name, string? Origin, ColumnRole Role);

/// <summary>Where the values of a result's column come from, as far as the model tells.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum ColumnRole
#else
public enum ColumnRole
#endif
{
    /// <summary>From the application, or not known.</summary>
    Value,

    /// <summary>A key, or part of one, that is generated when a row is added, by the database or by EF Core (a Guid).</summary>
    GeneratedKey,

    /// <summary>A foreign key to such a key.</summary>
    GeneratedReference,

    /// <summary>Another value that the database makes: a default, a computed column, a row version.</summary>
    StoreGenerated,
}

/// <summary>The digest of one column's values over several rows.</summary>
/// <param name="Ordered">In their order.</param>
/// <param name="Unordered">Whatever their order.</param>
sealed partial record ColumnDigest(string Ordered, string Unordered);

/// <summary>
/// What is kept of rows that are not: digests over the encoded values, so that a difference among them is noticed though it cannot be shown.
/// </summary>
/// <param name="Count">How many rows it represents.</param>
/// <param name="Ordered">Digest of the rows in their order, without columns whose role is a generated key or a reference to one.</param>
/// <param name="Unordered">The same whatever the rows' order.</param>
/// <param name="Columns">A digest per column.</param>
sealed partial record RowsDigest(int Count, string Ordered, string Unordered, IReadOnlyList<ColumnDigest> Columns);
