using MigrateBoth.Core;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>Fills tables of both engines with the same rows, before a step needs them.</summary>
internal sealed class RowFiller
{
    private const int Fewest = 3;

    private readonly Dictionary<string, string> _shapes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _times = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _filled = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many tables have held rows.</summary>
    public int Tables => _filled.Count;

    /// <summary>How many rows were made, on each engine.</summary>
    public int Rows { get; private set; }

    /// <summary>How many rows the tables held when they were filled for the first time.</summary>
    public int FirstRows => _filled.Values.Sum();

    /// <summary>What to say of tables that took fewer rows than every table should hold.</summary>
    public IReadOnlyList<string> Notes => _filled.Where(table => table.Value < Fewest).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Key} ({table.Value})").ToList() is { Count: > 0 } few
        ? [$"fewer than {Fewest} rows could be made in {string.Join(", ", few)}"]
        : [];

    /// <summary>What is in the databases is gone.</summary>
    public void Forget() => _shapes.Clear();

    /// <summary>Follows tables to their new names.</summary>
    public void Rename(StepScope scope)
    {
        foreach (var (name, shape) in _shapes.ToList())
        {
            if (scope.After(name) is var renamed && renamed != name)
            {
                _shapes.Remove(name);
                _shapes[renamed] = shape;
                _times[renamed] = _times.GetValueOrDefault(name);
            }
        }
    }

    /// <summary>Fills the tables that have no rows yet, and those of the step that have other columns than when they were filled.</summary>
    /// <param name="sides">The engines.</param>
    /// <param name="tables">All tables.</param>
    /// <param name="inStep">Those that the step can change.</param>
    /// <param name="scope">The step.</param>
    /// <param name="migration">The migration's id.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The tables that could not be filled.</returns>
    public async Task<IReadOnlyList<RoundTripFact>> FillAsync(
        IReadOnlyList<TripSide> sides, IReadOnlyList<RowTable> tables, IReadOnlyList<RowTable> inStep, StepScope scope, string migration, CancellationToken cancellationToken)
    {
        var wanted = tables.Where(table => !_shapes.TryGetValue(table.Name, out var shape) || (shape != Shape(table) && inStep.Contains(table))).ToList();
        var known = new Dictionary<string, TableRows>(StringComparer.OrdinalIgnoreCase);
        var facts = new List<RoundTripFact>();
        var principals = wanted.SelectMany(RowPlanner.References).Select(key => key.PrincipalTable).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables.Where(table => principals.Contains(table.Name) && !wanted.Contains(table)))
        {
            var side = sides.First(side => table.Catalogs.ContainsKey(side.Engine));
            known[table.Name.ToUpperInvariant()] = await side.Session.ReadAsync(table, cancellationToken).ConfigureAwait(false);
        }

        foreach (var group in RowPlanner.InOrder(wanted))
        {
            facts.AddRange(await FillAsync(sides, group, scope.Literals, known, migration, cancellationToken).ConfigureAwait(false));
        }

        return facts;
    }

    private async Task<IReadOnlyList<RoundTripFact>> FillAsync(
        IReadOnlyList<TripSide> sides, IReadOnlyList<RowTable> group, IReadOnlyList<string> literals, Dictionary<string, TableRows> known, string migration, CancellationToken cancellationToken)
    {
        var facts = new List<RoundTripFact>();
        var isCircle = group.Count > 1;
        if (isCircle)
        {
            // Their keys first, so that each can refer to the others' rows.
            foreach (var table in group)
            {
                known[table.Name.ToUpperInvariant()] = RowPlanner.KeysOf(table, _times.GetValueOrDefault(table.Name));
            }
        }

        foreach (var table in group)
        {
            _shapes[table.Name] = Shape(table);
            if (_refused.Contains($"{table.Name} {Shape(table)}"))
            {
                continue; // Said already; it would be refused again.
            }

            var time = _times.GetValueOrDefault(table.Name);
            _times[table.Name] = time + 1;
            var (rows, reason) = RowPlanner.Plan(table, time, known, literals);
            RowRefusal? refusal = null;
            if (rows is not null)
            {
                (rows, refusal) = await InsertAsync(sides, table, rows, !isCircle, cancellationToken).ConfigureAwait(false);
            }

            if (rows is { Rows.Count: > 0 })
            {
                known[table.Name.ToUpperInvariant()] = rows;
                Rows += rows.Rows.Count;
                _filled.TryAdd(table.Name, rows.Rows.Count);
            }
            else
            {
                _refused.Add($"{table.Name} {Shape(table)}");
                facts.Add(new RoundTripFact
                {
                    Kind = RoundTripFactKind.NoRows,
                    Migration = migration,
                    Object = new ObjectPath(table.Name),
                    ObjectKind = ObjectKind.Table,
                    Expected = refusal?.Statement,
                    Actual = refusal?.Message,
                    Detail = reason ?? refusal?.Message,
                });
            }
        }

        return facts;
    }

    /// <summary>All rows at once; where an engine refuses one, each by itself, with other values where a check mentions the column.</summary>
    private static async Task<(TableRows Rows, RowRefusal? Refusal)> InsertAsync(
        IReadOnlyList<TripSide> sides, RowTable table, TableRows rows, bool checksReferences, CancellationToken cancellationToken)
    {
        var refusal = await TryAsync(sides, table, rows, checksReferences, cancellationToken).ConfigureAwait(false);
        if (refusal is null)
        {
            return (rows, null);
        }

        var taken = new List<IReadOnlyList<string?>>();
        foreach (var row in rows.Rows)
        {
            (var fitting, refusal) = await FitAsync(table, rows.Columns, row, candidate => TryAsync(sides, table, rows with { Rows = [candidate] }, checksReferences, cancellationToken)).ConfigureAwait(false);
            if (fitting is not null)
            {
                taken.Add(fitting);
            }
        }

        return (rows with { Rows = taken }, refusal);
    }

    /// <summary>
    /// Satisfies one check after the other: a row that another check refuses has got past the first. Values for all checks at once would be too many to try.
    /// Only where an engine does not name the check, all of them are tried together.
    /// </summary>
    private static async Task<(IReadOnlyList<string?>? Row, RowRefusal? Refusal)> FitAsync(
        RowTable table, IReadOnlyList<string> columns, IReadOnlyList<string?> row, Func<IReadOnlyList<string?>, Task<RowRefusal?>> tryAsync)
    {
        var refusal = await tryAsync(row).ConfigureAwait(false);
        if (refusal is null)
        {
            return (row, null);
        }

        var passed = new HashSet<CheckConstraint>();
        for (var (current, check) = (row, Named(refusal)); check is not null && passed.Add(check);)
        {
            foreach (var candidate in CheckCandidates.Of(table, columns, current, check))
            {
                refusal = await tryAsync(candidate).ConfigureAwait(false);
                if (refusal is null)
                {
                    return (candidate, null);
                }

                if (Named(refusal) is { } next && !passed.Contains(next))
                {
                    (current, check) = (candidate, next);
                    break;
                }
            }
        }

        foreach (var candidate in CheckCandidates.Of(table, columns, row))
        {
            refusal = await tryAsync(candidate).ConfigureAwait(false);
            if (refusal is null)
            {
                return (candidate, null);
            }
        }

        return (null, refusal);

        CheckConstraint? Named(RowRefusal refused) => CheckCandidates.Named(table, refused.Message);
    }

    private static async Task<RowRefusal?> TryAsync(
        IReadOnlyList<TripSide> sides, RowTable table, TableRows rows, bool checksReferences, CancellationToken cancellationToken)
    {
        var having = sides.Where(side => table.Catalogs.ContainsKey(side.Engine)).ToList();
        var refusals = await Task.WhenAll(having.Select(side => side.Session.InsertAsync(table, rows, checksReferences, cancellationToken))).ConfigureAwait(false);
        var refusal = refusals.FirstOrDefault(refusal => refusal is not null);
        await Task.WhenAll(having.Select(side => side.Session.EndAsync(refusal is null, cancellationToken))).ConfigureAwait(false);
        return refusal;
    }

    private static string Shape(RowTable table) =>
        string.Join(';', table.Columns.Select(column => $"{column.Name}:{column.Type.Text}:{column.IsNullable}:{column.IsGenerated}:{column.Catalogs.Count}")) + string.Join(',', table.Key);
}
