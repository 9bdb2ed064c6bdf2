using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shop.Data.Conversions;

/// <summary>
/// Stored as a UTC <see cref="DateTime"/>: SQLite keeps the offset as text and cannot compare or order by it, MySQL loses it
/// (S-14, C-33, C-34).
/// </summary>
public sealed class UtcDateTimeOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => Microseconds.Truncate(value.UtcDateTime),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
