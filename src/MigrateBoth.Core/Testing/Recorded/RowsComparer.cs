using System.Globalization;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Compares the rows that one query returned on the two engines.</summary>
internal sealed class RowsComparer
{
    private readonly TestScope _scope;
    private readonly CommandEvent _left;
    private readonly CommandEvent _right;
    private readonly RecordedCommand _sqlite;
    private readonly RecordedCommand _mySql;
    private readonly IReadOnlyList<ColumnPairing> _columns;

    public RowsComparer(TestScope scope, CommandEvent left, CommandEvent right)
    {
        (_scope, _left, _right, _sqlite, _mySql) = (scope, left, right, ReadOnce.Fill(left.Command), ReadOnce.Fill(right.Command));
        _columns = ColumnPairing.Of(_sqlite, _mySql);
    }

    private bool IsOrdered => _sqlite.OrderBy is not null || _mySql.OrderBy is not null;

    private Symptom Symptom => Symptoms.Of(_left, _right);

    /// <summary>Compares, row by row in their order first.</summary>
    public void Compare()
    {
        _scope.Count(Math.Max(_sqlite.RowCount, 1) * _columns.Count);
        if (_sqlite.RowCount == _mySql.RowCount && _sqlite.Rows.Count == _mySql.Rows.Count && _sqlite.Rows.Zip(_mySql.Rows, AreSame).All(same => same))
        {
            CompareRest();
            return;
        }

        var (onlySqlite, onlyMySql) = Unmatched();
        if (onlySqlite.Count == 0 && onlyMySql.Count == 0 && _sqlite.RowCount == _mySql.RowCount)
        {
            ReportOrder();
            CompareRest();
        }
        else if (_sqlite.RowCount == _mySql.RowCount && onlySqlite.Count == onlyMySql.Count && RowPairs.Find(onlySqlite, onlyMySql, _columns, _sqlite.RowCount, IsOrdered) is { } pairs)
        {
            ReportValues(pairs);
        }
        else
        {
            _scope.Add(
                TestDifferenceKind.Rows,
                _left.Description,
                RowTexts.Rows([.. onlySqlite.Select(i => _sqlite.Rows[i])], _sqlite.RowCount),
                RowTexts.Rows([.. onlyMySql.Select(i => _mySql.Rows[i])], _mySql.RowCount),
                Symptom with { OnlySqlite = [.. onlySqlite.Select(i => _sqlite.Rows[i])], OnlyMySql = [.. onlyMySql.Select(i => _mySql.Rows[i])] },
                _sqlite.Rest is null && _mySql.Rest is null ? null : "shown are rows among the first ones only");
        }
    }

    private bool AreSame(IReadOnlyList<string?> sqlite, IReadOnlyList<string?> mySql) =>
        Enumerable.Range(0, _columns.Count).All(column => IsSame(column, sqlite, mySql));

    private bool IsSame(int column, IReadOnlyList<string?> sqlite, IReadOnlyList<string?> mySql) =>
        ValueComparer.AreSame(_scope, _left, _right, column, _columns[column], sqlite.ElementAtOrDefault(column), mySql.ElementAtOrDefault(column));

    /// <summary>Takes away what both have, equal texts first so that a row is not given away for one that only represents it.</summary>
    private (List<int> Sqlite, List<int> MySql) Unmatched()
    {
        var remaining = new LinkedList<int>(Enumerable.Range(0, _mySql.Rows.Count));
        var byText = Enumerable.Range(0, _mySql.Rows.Count).GroupBy(i => Text(_mySql.Rows[i]), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<int>(group), StringComparer.Ordinal);
        var taken = new HashSet<int>();
        var left = new List<int>();
        for (var i = 0; i < _sqlite.Rows.Count; i++)
        {
            if (byText.TryGetValue(Text(_sqlite.Rows[i]), out var same) && same.Count > 0 && AreSame(_sqlite.Rows[i], _mySql.Rows[same.Peek()]))
            {
                taken.Add(same.Dequeue());
            }
            else
            {
                left.Add(i);
            }
        }

        var others = remaining.Where(i => !taken.Contains(i)).ToList();
        var onlySqlite = new List<int>();
        foreach (var i in left)
        {
            var twin = others.FindIndex(j => AreSame(_sqlite.Rows[i], _mySql.Rows[j]));
            if (twin < 0)
            {
                onlySqlite.Add(i);
            }
            else
            {
                others.RemoveAt(twin);
            }
        }

        return (onlySqlite, others);
    }

    private void ReportOrder()
    {
        var leavesTies = IsOrdered && OrderingColumns.LeaveTies(_sqlite, _mySql, _columns, column => _scope.IsVolatile(_left, _right, Volatility.Column(column)));
        if (_scope.ExcusesOrder(_left, _right) || (leavesTies && ReadOnce.IsCollection(_left.Command)))
        {
            return; // By chance on each engine already, or the elements of an included collection, which EF Core orders by their owner only.
        }

        var kind = !IsOrdered || leavesTies ? TestDifferenceKind.UnaskedOrder : TestDifferenceKind.Order;
        _scope.Add(
            kind,
            _left.Description,
            RowTexts.Rows(_sqlite.Rows, _sqlite.RowCount),
            RowTexts.Rows(_mySql.Rows, _mySql.RowCount),
            Symptom with { OnlySqlite = _sqlite.Rows, OnlyMySql = _mySql.Rows },
            kind == TestDifferenceKind.UnaskedOrder && IsOrdered ? "what it orders by is equal in the rows that moved" : null);
    }

    private void ReportValues(IReadOnlyList<(int Sqlite, int MySql)> pairs)
    {
        for (var column = 0; column < _columns.Count; column++)
        {
            var differing = pairs.Where(pair => !IsSame(column, _sqlite.Rows[pair.Sqlite], _mySql.Rows[pair.MySql])).ToList();
            if (differing.Count == 0)
            {
                continue;
            }

            var (sqlite, mySql) = (_sqlite.Rows[differing[0].Sqlite][column], _mySql.Rows[differing[0].MySql][column]);
            _scope.Add(
                TestDifferenceKind.Values,
                $"{_left.Description}, column {_columns[column].Origin ?? _columns[column].Name}",
                RowTexts.Value(sqlite),
                RowTexts.Value(mySql),
                Symptom with { SqliteValue = sqlite, MySqlValue = mySql },
                differing.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"the first of {differing.Count} rows") : null);
        }
    }

    /// <summary>Of the rows that were not kept only digests are known: of whole rows, and column by column.</summary>
    private void CompareRest()
    {
        if (_sqlite.Rest is not { } sqlite || _mySql.Rest is not { } mySql || sqlite.Ordered == mySql.Ordered)
        {
            return;
        }

        // Column by column alone, two rows that swapped one value would look the same: whole rows are compared wherever they can be.
        var excused = Enumerable.Range(0, _columns.Count).Where(IsExcused).ToHashSet();
        var isByRow = IsDigestedAlike && excused.All(IsKey);
        var (left, right) = (Digests(sqlite), Digests(mySql));
        var isOtherOrder = left.Zip(right).All(pair => pair.First.Unordered == pair.Second.Unordered);
        if (isOtherOrder && (!IsOrdered || left.SequenceEqual(right)))
        {
            return;
        }

        _scope.Add(
            isOtherOrder ? TestDifferenceKind.Order : TestDifferenceKind.Rows,
            _left.Description,
            RowTexts.Rows([], _sqlite.RowCount),
            RowTexts.Rows([], _mySql.RowCount),
            Symptom,
            string.Create(CultureInfo.InvariantCulture, $"behind the first {_sqlite.Rows.Count} rows, of which only a digest is kept"));

        List<ColumnDigest> Digests(RowsDigest rest) => isByRow
            ? [new ColumnDigest(rest.Ordered, rest.Unordered)]
            : [.. rest.Columns.Where((_, column) => !excused.Contains(column))];
    }

    private bool IsKey(int column) => IsKey(_columns[column].Role);

    private bool IsExcused(int column) => IsKey(column) || _scope.IsVolatile(_left, _right, Volatility.Column(column));

    /// <summary>The digest of a row leaves out what the recorder knew to be a key, which one engine may tell and the other not.</summary>
    private bool IsDigestedAlike => _sqlite.Columns.Zip(_mySql.Columns).All(pair => IsKey(pair.First.Role) == IsKey(pair.Second.Role));

    private static bool IsKey(ColumnRole role) => role is ColumnRole.GeneratedKey or ColumnRole.GeneratedReference;

    private static string Text(IReadOnlyList<string?> row) => string.Join('\u001f', row.Select(value => value ?? "\0"));
}
