using System.Collections;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace MigrateBoth.Testing.Recording;

/// <summary>Delegates every call to another reader.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A data reader is enumerable by history, not a collection.")]
internal abstract class DelegatingDataReader(DbDataReader inner) : DbDataReader, IDbColumnSchemaGenerator
{
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

    protected DbDataReader Inner => inner;

    /// <inheritdoc />
    public override bool Read() => inner.Read();

    /// <inheritdoc />
    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    /// <inheritdoc />
    public override bool NextResult() => inner.NextResult();

    /// <inheritdoc />
    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => inner.NextResultAsync(cancellationToken);

    /// <inheritdoc />
    public override bool IsDBNull(int ordinal) => inner.IsDBNull(ordinal);

    /// <inheritdoc />
    public override Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) => inner.IsDBNullAsync(ordinal, cancellationToken);

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal) => inner.GetBoolean(ordinal);

    /// <inheritdoc />
    public override byte GetByte(int ordinal) => inner.GetByte(ordinal);

    /// <inheritdoc />
    public override short GetInt16(int ordinal) => inner.GetInt16(ordinal);

    /// <inheritdoc />
    public override int GetInt32(int ordinal) => inner.GetInt32(ordinal);

    /// <inheritdoc />
    public override long GetInt64(int ordinal) => inner.GetInt64(ordinal);

    /// <inheritdoc />
    public override char GetChar(int ordinal) => inner.GetChar(ordinal);

    /// <inheritdoc />
    public override DateTime GetDateTime(int ordinal) => inner.GetDateTime(ordinal);

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal) => inner.GetDecimal(ordinal);

    /// <inheritdoc />
    public override double GetDouble(int ordinal) => inner.GetDouble(ordinal);

    /// <inheritdoc />
    public override float GetFloat(int ordinal) => inner.GetFloat(ordinal);

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal) => inner.GetGuid(ordinal);

    /// <inheritdoc />
    public override string GetString(int ordinal) => inner.GetString(ordinal);

    /// <inheritdoc />
    public override object GetValue(int ordinal) => inner.GetValue(ordinal);

    /// <inheritdoc />
    public override int GetValues(object[] values) => inner.GetValues(values);

    /// <inheritdoc />
    public override T GetFieldValue<T>(int ordinal) => inner.GetFieldValue<T>(ordinal);

    /// <inheritdoc />
    public override Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) => inner.GetFieldValueAsync<T>(ordinal, cancellationToken);

    /// <inheritdoc />
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        inner.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc />
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        inner.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc />
    public override Stream GetStream(int ordinal) => inner.GetStream(ordinal);

    /// <inheritdoc />
    public override TextReader GetTextReader(int ordinal) => inner.GetTextReader(ordinal);

    /// <inheritdoc />
    public override string GetDataTypeName(int ordinal) => inner.GetDataTypeName(ordinal);

    /// <inheritdoc />
    public override Type GetFieldType(int ordinal) => inner.GetFieldType(ordinal);

    /// <inheritdoc />
    public override Type GetProviderSpecificFieldType(int ordinal) => inner.GetProviderSpecificFieldType(ordinal);

    /// <inheritdoc />
    public override object GetProviderSpecificValue(int ordinal) => inner.GetProviderSpecificValue(ordinal);

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
    public override void Close() => inner.Close();

    /// <inheritdoc />
    public override Task CloseAsync() => inner.CloseAsync();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
