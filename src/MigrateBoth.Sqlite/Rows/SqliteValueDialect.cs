using System.Globalization;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Sqlite.Rows;

/// <summary>Formats values for SQLite as EF Core's provider does: decimals, points in time and Guids are text.</summary>
public sealed class SqliteValueDialect : IValueDialect
{
    private SqliteValueDialect()
    {
    }

    /// <summary>The only one.</summary>
    public static SqliteValueDialect Instance { get; } = new();

    /// <inheritdoc/>
    public object Parameter(LogicalColumn column, string storeType, LogicalValue value)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(storeType);
        ArgumentNullException.ThrowIfNull(value);
        return value.Value switch
        {
            null => DBNull.Value,
            bool flag => flag ? 1L : 0L,

            // The provider keeps the bits of a 64-bit number without a sign.
            decimal number when column.Kind == LogicalKind.Integer => number > long.MaxValue ? unchecked((long)(ulong)number) : (long)number,
            decimal number => number.ToString("0.0###########################", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            Guid guid => storeType.Equals("BLOB", StringComparison.OrdinalIgnoreCase) ? guid.ToByteArray() : guid.ToString().ToUpperInvariant(),
            var other => other,
        };
    }

    /// <inheritdoc/>
    public string Literal(object parameter) => parameter switch
    {
        null or DBNull => "NULL",
        long number => number == long.MinValue ? "(-9223372036854775807 - 1)" : number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("E16", CultureInfo.InvariantCulture),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, null),
    };
}
