using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Execution;

/// <summary>Copies of the tables that views and triggers need, on one engine.</summary>
internal sealed class RelationTables(IExecutionSession session, RelationGroup plan, bool isNeutral, bool isLeft, CancellationToken cancellationToken)
{
    /// <summary>How many rows a table holds for views that read several, and for triggers: what joins them multiplies.</summary>
    public const int Joined = 200;

    private readonly Dictionary<string, string> _unready = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tables that could be created and filled.</summary>
    public IEnumerable<RowTable> Ready => plan.Relations.Where(relation => !_unready.ContainsKey(relation.Left.Name));

    /// <summary>Inserts rows; nothing where there are none.</summary>
    public IEnumerable<string> Insert(RowTable relation, IReadOnlyList<IReadOnlyList<LogicalValue>> rows) =>
        rows.Count > 0 && relation.Columns.Count > 0 ? [RowSql.Insert(session, relation[isLeft].Name, relation, isLeft, rows)] : [];

    /// <summary>Everything in one batch; where something is refused, table by table, so that one does not take the others along.</summary>
    public async Task SetUpAsync(Func<RowTable, IReadOnlyList<string>> statements)
    {
        _unready.Clear();
        if (await session.ExecuteAsync([.. plan.Relations.SelectMany(statements)], cancellationToken).ConfigureAwait(false) is null)
        {
            return;
        }

        await DropAsync([]).ConfigureAwait(false);
        foreach (var relation in plan.Relations)
        {
            if (await session.ExecuteAsync([.. statements(relation)], cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                _unready[relation.Left.Name] = refusal.Message;
            }
        }
    }

    /// <summary>Why a text cannot be run: a table that it refers to could not be made or filled.</summary>
    public string? Unready(string text) => _unready.Count == 0
        ? null
        : SqlIdentifiers.In(text, isLeft ? SqlDialect.Sqlite : SqlDialect.MySql).Select(name => _unready.GetValueOrDefault(name)).FirstOrDefault(reason => reason is not null);

    public async Task DropAsync(IEnumerable<View> views) =>
        await session.ExecuteAsync(
            [
                .. views.Reverse().Select(view => $"DROP VIEW IF EXISTS {session.Quote(view.Name)}"),
                .. plan.Relations.Select(relation => $"DROP TABLE IF EXISTS {session.Quote(relation[isLeft].Name)}"),
            ],
            cancellationToken).ConfigureAwait(false);

    /// <summary>The table with its columns, defaults and key, and without what refuses rows for reasons of its own.</summary>
    public Table Bare(Table table) => new()
    {
        Name = table.Name,
        Columns =
        [
            .. table.Columns.Select(column => RowSql.Neutral(
                session,
                column with { Comment = null, IsIdentity = column.IsIdentity && Comparison.Names.Same(table.PrimaryKey?.Columns[0], column.Name) },
                isNeutral)),
        ],
        PrimaryKey = table.PrimaryKey is { } key ? key with { Name = null } : null,
    };
}
