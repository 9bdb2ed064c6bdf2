using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>Collects the rows of one result: the first ones as they are, digests of the others, so that memory stays bounded.</summary>
/// <param name="columns">What the result shows.</param>
/// <param name="maximum">How many rows to keep.</param>
internal sealed class RowsRecorder(IReadOnlyList<RecordedColumn> columns, int maximum)
{
    private readonly List<string?[]> _rows = [];
    private RestDigest? _rest;
    private string?[]? _row;
    private int _count;

    public IReadOnlyList<RecordedColumn> Columns => columns;

    /// <summary>A row begins.</summary>
    public void BeginRow(int fields)
    {
        // The row before is digested already where it is not kept; its array serves again.
        _row = EndRow() is { } free && free.Length == fields ? free : new string?[fields];
        Array.Fill(_row, RecordedValue.NotRead);
        _count++;
    }

    /// <summary>A value was read.</summary>
    public void Set(int ordinal, string? value)
    {
        if (_row is not null && (uint)ordinal < (uint)_row.Length)
        {
            _row[ordinal] = value;
        }
    }

    /// <summary>No row follows, for now.</summary>
    /// <returns>The row's array when nothing holds it.</returns>
    public string?[]? EndRow()
    {
        if (_row is not { } row)
        {
            return null;
        }

        _row = null;
        if (_rows.Count < maximum)
        {
            _rows.Add(row);
            return null;
        }

        (_rest ??= new RestDigest(columns)).Add(row);
        return row;
    }

    /// <summary>All that was collected.</summary>
    public RecordedResult Finish()
    {
        EndRow();
        return new RecordedResult(columns, _rows, _count, _rest?.ToDigest());
    }
}
