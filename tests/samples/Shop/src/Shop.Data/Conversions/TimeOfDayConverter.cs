using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shop.Data.Conversions;

/// <summary>Times of day end at the microsecond, like MySQL's time(6) (C-32).</summary>
public sealed class TimeOfDayConverter() : ValueConverter<TimeOnly, TimeOnly>(
    value => Microseconds.Truncate(value),
    stored => stored);
