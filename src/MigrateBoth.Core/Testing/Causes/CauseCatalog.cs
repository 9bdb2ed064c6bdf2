namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Every known cause, in the order in which they are asked: what is told by an error's number first, what is only likely last.</summary>
public static class CauseCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Cause> All { get; } =
    [
        TextCauses.UniqueIgnoresCase,
        TextCauses.ForeignKeyIgnoresCase,
        StatementCauses.SelfReferencingDelete,
        TextCauses.LengthNotEnforced,
        TimeCauses.TimeRange,
        NumberCauses.DivisionByZero,
        StatementCauses.SameTableSubquery,
        StatementCauses.LimitInSubquery,
        NumberCauses.IntegerOverflow,
        NumberCauses.RangeNotChecked,
        TextCauses.CheckOnText,
        NumberCauses.CheckOnDecimal,
        TransactionCauses.OpenReader,
        TransactionCauses.Deadlock,
        TransactionCauses.AmbientTransaction,
        TimeCauses.TimeZone,
        TransactionCauses.RowVersionNotKept,
        TransactionCauses.SingleWriter,
        StatementCauses.ApplyNotSupported,
        TimeCauses.TimeSpanOrder,
        TimeCauses.DateTimeOffsetOrder,
        NumberCauses.DecimalOrder,
        StatementCauses.NotTranslatedOnSqlite,
        StatementCauses.NotTranslatedOnMySql,
        StatementCauses.SwappedColumns,
        TimeCauses.OffsetLost,
        TimeCauses.DateTimePrecision,
        TimeCauses.AddMonthsOverflow,
        TimeCauses.AddDaysFraction,
        TextCauses.TrailingSpaces,
        TextCauses.UpperLower,
        NumberCauses.FloatPrecision,
        NumberCauses.RoundHalf,
        TextCauses.DoublePipe,
        TextCauses.LengthInBytes,
        TextCauses.BackslashEscape,
        TextCauses.QuotedText,
        NumberCauses.DecimalAsText,
        NumberCauses.CastRounds,
        NumberCauses.IntegerDivision,
        NumberCauses.DecimalNotRounded,
        TextCauses.RegexCase,
        TextCauses.ToStringFormat,
        TextCauses.ContainsIgnoresCase,
        TextCauses.LikeIgnoresAccents,
        TextCauses.CaseInsensitiveGrouping,
        TextCauses.CollationOrder,
        TextCauses.CaseInsensitiveEquality,
        StatementCauses.NoOrder,
    ];

    /// <summary>The cause of a difference, or null when none is known.</summary>
    public static Cause? Find(Symptom symptom)
    {
        ArgumentNullException.ThrowIfNull(symptom);
        return All.FirstOrDefault(cause => cause.Explains(symptom));
    }
}
