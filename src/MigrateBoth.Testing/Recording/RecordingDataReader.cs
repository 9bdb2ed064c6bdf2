using System.Collections;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Recording;

/// <summary>Hands on every value of a reader, and notes the text of it.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A data reader is enumerable by history, not a collection.")]
internal sealed class RecordingDataReader(DbDataReader inner, ResultRecorder result, Action<RecordedCommand> write) : DbDataReader, IDbColumnSchemaGenerator
{
    private bool _isWritten;

    /// <inheritdoc />
    public override int Depth => inner.Depth;

    /// <inheritdoc />
    public override int FieldCount => inner.FieldCount;

    /// <inheritdoc />
    public override bool HasRows => inner.HasRows;

    /// <inheritdoc />
    public override bool IsClosed => inner.IsClosed;

    /// <inheritdoc />
    public override int RecordsAffected => inner.RecordsAffected;

    /// <inheritdoc />
    public override int VisibleFieldCount => inner.VisibleFieldCount;

    /// <inheritdoc />
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc />
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <inheritdoc />
    public override bool Read()
    {
        try
        {
            return Begun(inner.Read());
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
            return Begun(await inner.ReadAsync(cancellationToken).ConfigureAwait(false));
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
            return inner.NextResult();
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
            return await inner.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Write(FailureClassifier.Classify(e));
            throw;
        }
    }

    /// <inheritdoc />
    public override bool IsDBNull(int ordinal) => Null(ordinal, inner.IsDBNull(ordinal));

    /// <inheritdoc />
    public override async Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) =>
        Null(ordinal, await inner.IsDBNullAsync(ordinal, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal)
    {
        var value = inner.GetBoolean(ordinal);
        result.Set(ordinal, value ? "b:true" : "b:false");
        return value;
    }

    /// <inheritdoc />
    public override byte GetByte(int ordinal) => Number(ordinal, inner.GetByte(ordinal));

    /// <inheritdoc />
    public override short GetInt16(int ordinal) => Number(ordinal, inner.GetInt16(ordinal));

    /// <inheritdoc />
    public override int GetInt32(int ordinal) => Number(ordinal, inner.GetInt32(ordinal));

    /// <inheritdoc />
    public override long GetInt64(int ordinal) => Number(ordinal, inner.GetInt64(ordinal));

    /// <inheritdoc />
    public override char GetChar(int ordinal) => Any(ordinal, inner.GetChar(ordinal));

    /// <inheritdoc />
    public override DateTime GetDateTime(int ordinal)
    {
        var value = inner.GetDateTime(ordinal);
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal)
    {
        var value = inner.GetDecimal(ordinal);
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    /// <inheritdoc />
    public override double GetDouble(int ordinal)
    {
        var value = inner.GetDouble(ordinal);
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    /// <inheritdoc />
    public override float GetFloat(int ordinal)
    {
        var value = inner.GetFloat(ordinal);
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal)
    {
        var value = inner.GetGuid(ordinal);
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    /// <inheritdoc />
    public override string GetString(int ordinal)
    {
        var value = inner.GetString(ordinal);
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    /// <inheritdoc />
    public override object GetValue(int ordinal) => Any(ordinal, inner.GetValue(ordinal));

    /// <inheritdoc />
    public override T GetFieldValue<T>(int ordinal) => Any(ordinal, inner.GetFieldValue<T>(ordinal));

    /// <inheritdoc />
    public override async Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) =>
        Any(ordinal, await inner.GetFieldValueAsync<T>(ordinal, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public override int GetValues(object[] values)
    {
        var count = inner.GetValues(values);
        for (var i = 0; i < count; i++)
        {
            result.Set(i, RecordedValue.Encode(values[i]));
        }

        return count;
    }

    /// <inheritdoc />
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        // In pieces; the value as a whole is noted once, at its beginning.
        if (dataOffset == 0 && buffer is not null)
        {
            result.Set(ordinal, RecordedValue.Encode(inner.GetFieldValue<byte[]>(ordinal)));
        }

        return inner.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);
    }

    /// <inheritdoc />
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        if (dataOffset == 0 && buffer is not null)
        {
            result.Set(ordinal, RecordedValue.Encode(inner.GetString(ordinal)));
        }

        return inner.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);
    }

    /// <inheritdoc />
    public override Stream GetStream(int ordinal)
    {
        result.Set(ordinal, RecordedValue.Encode(inner.GetFieldValue<byte[]>(ordinal)));
        return inner.GetStream(ordinal);
    }

    /// <inheritdoc />
    public override TextReader GetTextReader(int ordinal)
    {
        result.Set(ordinal, RecordedValue.Encode(inner.GetString(ordinal)));
        return inner.GetTextReader(ordinal);
    }

    /// <inheritdoc />
    public override string GetDataTypeName(int ordinal) => inner.GetDataTypeName(ordinal);

    /// <inheritdoc />
    public override Type GetFieldType(int ordinal) => inner.GetFieldType(ordinal);

    /// <inheritdoc />
    public override Type GetProviderSpecificFieldType(int ordinal) => inner.GetProviderSpecificFieldType(ordinal);

    /// <inheritdoc />
    public override object GetProviderSpecificValue(int ordinal) => Any(ordinal, inner.GetProviderSpecificValue(ordinal));

    /// <inheritdoc />
    public override string GetName(int ordinal) => inner.GetName(ordinal);

    /// <inheritdoc />
    public override int GetOrdinal(string name) => inner.GetOrdinal(name);

    /// <inheritdoc />
    public override DataTable? GetSchemaTable() => inner.GetSchemaTable();

    /// <inheritdoc />
    public ReadOnlyCollection<DbColumn> GetColumnSchema() => inner.GetColumnSchema();

    /// <inheritdoc />
    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    /// <inheritdoc />
    public override void Close()
    {
        inner.Close();
        Write(null);
    }

    /// <inheritdoc />
    public override async Task CloseAsync()
    {
        await inner.CloseAsync().ConfigureAwait(false);
        Write(null);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        var affected = Affected();
        await inner.DisposeAsync().ConfigureAwait(false);
        Write(null, affected);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            var affected = Affected();
            inner.Dispose();
            Write(null, affected);
        }

        base.Dispose(disposing);
    }

    private bool Begun(bool hasRow)
    {
        if (hasRow)
        {
            result.BeginRow(inner.FieldCount);
        }

        return hasRow;
    }

    private bool Null(int ordinal, bool isNull)
    {
        if (isNull)
        {
            result.Set(ordinal, null);
        }

        return isNull;
    }

    private byte Number(int ordinal, byte value)
    {
        result.Set(ordinal, RecordedValue.Encode((long)value));
        return value;
    }

    private short Number(int ordinal, short value)
    {
        result.Set(ordinal, RecordedValue.Encode((long)value));
        return value;
    }

    private int Number(int ordinal, int value)
    {
        result.Set(ordinal, RecordedValue.Encode((long)value));
        return value;
    }

    private long Number(int ordinal, long value)
    {
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    private T Any<T>(int ordinal, T value)
    {
        result.Set(ordinal, RecordedValue.Encode(value));
        return value;
    }

    private int Affected() => inner.IsClosed ? -1 : inner.RecordsAffected;

    private void Write(RecordedFailure? failure, int? affected = null)
    {
        if (!_isWritten)
        {
            _isWritten = true;
            write(result.Finish(affected ?? Affected(), failure));
        }
    }
}
