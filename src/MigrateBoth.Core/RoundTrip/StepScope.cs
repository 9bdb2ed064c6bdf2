using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>Which tables a step can change, and what it says itself that it changes.</summary>
/// <param name="contents">What the step does on each engine.</param>
public sealed class StepScope(IReadOnlyCollection<MigrationContent> contents)
{
    private static readonly HashSet<string> WithoutRows = new(StringComparer.Ordinal)
    {
        "CreateIndex", "RenameIndex", "AlterDatabase", "EnsureSchema", "CreateSequence", "DropSequence", "AlterSequence", "RenameSequence", "RestartSequence",
    };

    private readonly IReadOnlyList<OperationDescription> _up = [.. contents.SelectMany(content => content.Up)];
    private readonly IReadOnlyList<OperationDescription> _down = [.. contents.SelectMany(content => content.Down)];

    /// <summary>Literals in the step's raw SQL: rows with such values are what its statements look for.</summary>
    public IReadOnlyList<string> Literals { get; } = [.. contents.SelectMany(content => content.Up).Select(operation => operation.Sql).OfType<string>().SelectMany(CheckCandidates.Literals).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The tables whose rows are looked at: those that an operation works on, those that they refer to, and those that refer to them. Raw SQL may
    /// reach any table, and so may a trigger: then all of them.
    /// </summary>
    /// <param name="tables">The tables before or after the step.</param>
    /// <param name="hasTriggers">Whether there are triggers.</param>
    public IReadOnlyList<RowTable> Of(IReadOnlyList<RowTable> tables, bool hasTriggers)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var all = _up.Concat(_down).ToList();
        if (hasTriggers || all.Exists(operation => operation.Sql is not null || (operation.Table is null && !WithoutRows.Contains(operation.Kind))))
        {
            return tables;
        }

        var named = all.SelectMany(operation => new[] { operation.Table, operation.Kind == "RenameTable" ? operation.NewName : null }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var near = tables.Where(table => named.Contains(table.Name)).SelectMany(table => RowPlanner.References(table)).Select(key => key.PrincipalTable).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. tables.Where(table => named.Contains(table.Name) || near.Contains(table.Name) || RowPlanner.References(table).Any(key => named.Contains(key.PrincipalTable)))];
    }

    /// <summary>What a table is called after the step.</summary>
    public string After(string table) => _up.FirstOrDefault(operation => operation.Kind == "RenameTable" && Same(operation.Table, table))?.NewName ?? table;

    /// <summary>What a column is called after the step; the table goes by its name before or after, as the operations come.</summary>
    public string After(string table, string column) => _up.FirstOrDefault(operation =>
        operation.Kind == "RenameColumn" && (Same(operation.Table, table) || Same(operation.Table, After(table))) && Same(operation.Name, column))?.NewName ?? column;

    /// <summary>Whether the step drops a column and says so.</summary>
    public bool Drops(string table, string column) => _up.Any(operation =>
        operation.Kind == "DropColumn" && (Same(operation.Table, table) || Same(operation.Table, After(table))) && Same(operation.Name, column));

    /// <summary>Whether the step itself writes a column, by data operations or by SQL that names the table and the column.</summary>
    public bool Writes(string table, string column) => _up.Any(operation =>
        (operation.Kind == "UpdateData" && Same(operation.Table, table) && operation.Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
        || (operation.Sql is { } sql && !IsDelete(sql) && CheckCandidates.Mentioned(sql, [table, column]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == (Same(table, column) ? 1 : 2)));

    /// <summary>Whether the step itself deletes rows of a table.</summary>
    public bool Deletes(string table) => _up.Any(operation =>
        (operation.Kind == "DeleteData" && Same(operation.Table, table))
        || (operation.Sql is { } sql && IsDelete(sql) && CheckCandidates.Mentioned(sql, [table]).Any()));

    /// <summary>Whether raw SQL of the step reads a column before it is dropped.</summary>
    public bool Moves(string table, string column) => _up.Any(operation => operation.Sql is { } sql && CheckCandidates.Mentioned(sql, [table, column]).Count() == 2);

    private static bool IsDelete(string sql) => CheckCandidates.Mentioned(sql, ["DELETE", "TRUNCATE"]).Any();

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
