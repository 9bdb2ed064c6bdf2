using System.Data.Common;
using System.Numerics;

using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>Returns every value of another reader and records its text.</summary>
internal sealed class RecordingDataReader : DelegatingDataReader
{
    private readonly ResultRecorder _result;
    private readonly ResultColumns _columns;
    private readonly Action<RecordedCommand> _write;
    private int? _affected; // Asked while the reader is open: a closed one need not know.
    private bool _isWritten;

    public RecordingDataReader(DbDataReader inner, ResultRecorder result, ResultColumns columns, Action<RecordedCommand> write)
        : base(inner)
    {
        (_result, _columns, _write) = (result, columns, write);
        _result.BeginResult(_columns.Next(inner));
    }

    /// <inheritdoc />
    public override bool Read()
    {
        try
        {
            return Begun(Inner.Read());
        }
        catch (Exception e)
        {
            Write(FailureClassifier.Classify(e));
            throw;
        }
    }

    /// <inheritdoc />
    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Begun(await Inner.ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            Write(FailureClassifier.Classify(e));
            throw;
        }
    }

    /// <inheritdoc />
    public override bool NextResult()
    {
        try
        {
            return Continued(Inner.NextResult());
        }
        catch (Exception e)
        {
            Write(FailureClassifier.Classify(e));
            throw;
        }
    }

    /// <inheritdoc />
    public override async Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Continued(await Inner.NextResultAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            Write(FailureClassifier.Classify(e));
            throw;
        }
    }

    /// <inheritdoc />
    public override bool IsDBNull(int ordinal) => Null(ordinal, Inner.IsDBNull(ordinal));

    /// <inheritdoc />
    public override async Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) =>
        Null(ordinal, await Inner.IsDBNullAsync(ordinal, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal) => Note(ordinal, Inner.GetBoolean(ordinal), static value => value ? "b:true" : "b:false");

    /// <inheritdoc />
    public override byte GetByte(int ordinal) => Number(ordinal, Inner.GetByte(ordinal));

    /// <inheritdoc />
    public override short GetInt16(int ordinal) => Number(ordinal, Inner.GetInt16(ordinal));

    /// <inheritdoc />
    public override int GetInt32(int ordinal) => Number(ordinal, Inner.GetInt32(ordinal));

    /// <inheritdoc />
    public override long GetInt64(int ordinal) => Number(ordinal, Inner.GetInt64(ordinal));

    /// <inheritdoc />
    public override char GetChar(int ordinal) => Any(ordinal, Inner.GetChar(ordinal));

    /// <inheritdoc />
    public override DateTime GetDateTime(int ordinal) => Note(ordinal, Inner.GetDateTime(ordinal), RecordedValue.Encode);

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal) => Note(ordinal, Inner.GetDecimal(ordinal), RecordedValue.Encode);

    /// <inheritdoc />
    public override double GetDouble(int ordinal) => Note(ordinal, Inner.GetDouble(ordinal), RecordedValue.Encode);

    /// <inheritdoc />
    public override float GetFloat(int ordinal) => Note(ordinal, Inner.GetFloat(ordinal), RecordedValue.Encode);

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal) => Note(ordinal, Inner.GetGuid(ordinal), RecordedValue.Encode);

    /// <inheritdoc />
    public override string GetString(int ordinal) => Note(ordinal, Inner.GetString(ordinal), RecordedValue.Encode);

    /// <inheritdoc />
    public override object GetValue(int ordinal) => Any(ordinal, Inner.GetValue(ordinal));

    /// <inheritdoc />
    public override object GetProviderSpecificValue(int ordinal) => Any(ordinal, Inner.GetProviderSpecificValue(ordinal));

    /// <inheritdoc />
    public override T GetFieldValue<T>(int ordinal) => Any(ordinal, Inner.GetFieldValue<T>(ordinal));

    /// <inheritdoc />
    public override async Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) =>
        Any(ordinal, await Inner.GetFieldValueAsync<T>(ordinal, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public override int GetValues(object[] values)
    {
        var count = Inner.GetValues(values);
        for (var i = 0; i < count; i++)
        {
            Any(i, values[i]);
        }

        return count;
    }

    /// <inheritdoc />
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        // In pieces; the value as a whole is noted once, at its beginning.
        if (dataOffset == 0 && buffer is not null)
        {
            Any(ordinal, Inner.GetFieldValue<byte[]>(ordinal));
        }

        return Inner.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);
    }

    /// <inheritdoc />
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        if (dataOffset == 0 && buffer is not null)
        {
            Any(ordinal, Inner.GetString(ordinal));
        }

        return Inner.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);
    }

    /// <inheritdoc />
    public override Stream GetStream(int ordinal)
    {
        Any(ordinal, Inner.GetFieldValue<byte[]>(ordinal));
        return Inner.GetStream(ordinal);
    }

    /// <inheritdoc />
    public override TextReader GetTextReader(int ordinal)
    {
        Any(ordinal, Inner.GetString(ordinal));
        return Inner.GetTextReader(ordinal);
    }

    /// <inheritdoc />
    public override void Close()
    {
        _affected ??= Inner.RecordsAffected;
        base.Close();
        Write(null);
    }

    /// <inheritdoc />
    public override async Task CloseAsync()
    {
        _affected ??= Inner.RecordsAffected;
        await base.CloseAsync().ConfigureAwait(false);
        Write(null);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        _affected ??= Inner.RecordsAffected;
        await base.DisposeAsync().ConfigureAwait(false);
        Write(null);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _affected ??= Inner.RecordsAffected;
        }

        base.Dispose(disposing);
        Write(null);
    }

    private bool Begun(bool hasRow)
    {
        if (hasRow)
        {
            _result.BeginRow(Inner.FieldCount);
        }

        return hasRow;
    }

    private bool Continued(bool hasResult)
    {
        if (hasResult)
        {
            _result.BeginResult(_columns.Next(Inner));
        }

        return hasResult;
    }

    private bool Null(int ordinal, bool isNull)
    {
        if (isNull)
        {
            _result.Set(ordinal, null);
        }

        return isNull;
    }

    private T Number<T>(int ordinal, T value)
        where T : struct, IBinaryInteger<T> => Note(ordinal, value, static number => RecordedValue.Encode(long.CreateTruncating(number)));

    private T Any<T>(int ordinal, T value) => Note(ordinal, value, static any => RecordedValue.Encode(any));

    private T Note<T>(int ordinal, T value, Func<T, string?> encode)
    {
        _result.Set(ordinal, encode(value));
        return value;
    }

    private void Write(RecordedFailure? failure)
    {
        if (!_isWritten)
        {
            _isWritten = true;
            _write(_result.Finish(_affected ?? Inner.RecordsAffected, failure));
        }
    }
}
