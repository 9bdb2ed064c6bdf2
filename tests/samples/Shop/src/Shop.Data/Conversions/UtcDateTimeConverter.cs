using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shop.Data.Conversions;

/// <summary>
/// Points in time are UTC and end at the microsecond: MySQL's datetime(6) drops the seventh digit (S-12, C-32), and neither engine
/// keeps <see cref="DateTime.Kind"/> (C-31).
/// </summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => Microseconds.Truncate(value.ToUniversalTime()),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
