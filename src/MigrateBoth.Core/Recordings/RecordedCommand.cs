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
