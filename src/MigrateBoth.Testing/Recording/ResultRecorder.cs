using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>Collects what one command returns.</summary>
internal sealed class ResultRecorder(RecordedCommand command)
{
    private readonly List<RecordedResult> _finished = [];
    private RowsRecorder? _rows;

    // What a save reads back is a row per entity, which the change tracker holds anyway, and every key counts: later rows are told by them.
    private readonly int _maximum = command.Source == CommandSource.Save ? int.MaxValue : RecordingFormat.MaximumRows;

    /// <summary>A result begins, the first one or another.</summary>
    public void BeginResult(IReadOnlyList<RecordedColumn> columns)
    {
        // Statement after statement for rows of one table: one result, whatever the engine made of them.
        if (_rows is null || !_rows.Columns.SequenceEqual(columns))
        {
            EndResult();
            _rows = new RowsRecorder(columns, _maximum);
        }
    }

    /// <summary>A row begins.</summary>
    public void BeginRow(int fields) => _rows?.BeginRow(fields);

    /// <summary>A value was read.</summary>
    public void Set(int ordinal, string? value) => _rows?.Set(ordinal, value);

    /// <summary>Nothing more is read.</summary>
    /// <param name="recordsAffected">As the engine counts it; negative where it does not.</param>
    /// <param name="failure">How reading failed.</param>
    public RecordedCommand Finish(int recordsAffected, RecordedFailure? failure)
    {
        EndResult();
        var first = _finished.FirstOrDefault();
        return command with
        {
            Columns = first?.Columns ?? [],
            Rows = first?.Rows ?? [],
            RowCount = first?.RowCount ?? 0,
            Rest = first?.Rest,
            MoreResults = _finished.Count > 1 ? _finished.GetRange(1, _finished.Count - 1) : null,
            RowsAffected = command.Source == CommandSource.Linq || recordsAffected < 0 ? null : recordsAffected,
            Failure = failure ?? command.Failure,
        };
    }

    private void EndResult()
    {
        if (_rows is not null)
        {
            _finished.Add(_rows.Finish());
            _rows = null;
        }
    }
}
