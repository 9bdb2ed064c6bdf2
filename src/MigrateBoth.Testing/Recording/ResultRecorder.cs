using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>Collects the rows of one result: the first ones as they are, digests of the others, so that memory stays bounded.</summary>
internal sealed class ResultRecorder(RecordedCommand command, IReadOnlyList<RecordedColumn> columns)
{
    private readonly List<string?[]> _rows = [];
    private RestDigest? _rest;
    private string?[]? _row;
    private int _count;

    /// <summary>A row begins.</summary>
    public void BeginRow(int fields)
    {
        EndRow();
        _row = new string?[fields];
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

    /// <summary>Nothing more is read.</summary>
    /// <param name="recordsAffected">As the engine counts it; negative where it does not.</param>
    /// <param name="failure">How reading failed.</param>
    public RecordedCommand Finish(int recordsAffected, RecordedFailure? failure)
    {
        EndRow();
        return command with
        {
            Columns = columns,
            Rows = _rows,
            RowCount = _count,
            Rest = _rest?.ToDigest(),
            RowsAffected = command.Source == CommandSource.Linq || recordsAffected < 0 ? null : recordsAffected,
            Failure = failure ?? command.Failure,
        };
    }

    private void EndRow()
    {
        if (_row is null)
        {
            return;
        }

        if (_rows.Count < RecordingFormat.MaximumRows)
        {
            _rows.Add(_row);
        }
        else
        {
            (_rest ??= new RestDigest(columns)).Add(_row);
        }

        _row = null;
    }
}
