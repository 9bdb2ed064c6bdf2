using System.Globalization;
using System.Text;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.MySql.Rows;

/// <summary>Says values to MySQL and MariaDB as the providers do.</summary>
public sealed class MySqlValueDialect : IValueDialect
{
    private MySqlValueDialect()
    {
    }

    /// <summary>The only one.</summary>
    public static MySqlValueDialect Instance { get; } = new();

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
            decimal number when column.Kind == LogicalKind.Integer => number > long.MaxValue ? (object)(ulong)number : (long)number,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString(@"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture),
            Guid guid => storeType.Contains("binary", StringComparison.OrdinalIgnoreCase) ? guid.ToByteArray(bigEndian: true) : guid.ToString(),
            var other => other,
        };
    }

    /// <inheritdoc/>
    public string Literal(object parameter) => parameter switch
    {
        null or DBNull => "NULL",
        long or ulong or decimal => ((IFormattable)parameter).ToString(null, CultureInfo.InvariantCulture),
        double number => number.ToString("E16", CultureInfo.InvariantCulture),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",

        // Bytes with an introducer mean the same under every sql_mode and connection character set.
        string text => text.Length == 0 ? "''" : $"_utf8mb4 X'{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, null),
    };
}
