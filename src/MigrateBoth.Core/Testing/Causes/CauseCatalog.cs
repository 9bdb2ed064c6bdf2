namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Every known cause, in the order in which they are asked: what is told by an error's number first, what is only likely last.</summary>
public static class CauseCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Cause> All { get; } =
    [
        UniqueIgnoresCase.Cause,
        ForeignKeyIgnoresCase.Cause,
        SelfReferencingDelete.Cause,
        LengthNotEnforced.Cause,
        TimeRange.Cause,
        DivisionByZero.Cause,
        SameTableSubquery.Cause,
        LimitInSubquery.Cause,
        IntegerOverflow.Cause,
        RangeNotChecked.Cause,
        CheckOnText.Cause,
        CheckOnDecimal.Cause,
        OpenReader.Cause,
        Deadlock.Cause,
        AmbientTransaction.Cause,
        TimeZone.Cause,
        RowVersionNotKept.Cause,
        SingleWriter.Cause,
        ApplyNotSupported.Cause,
        TimeSpanOrder.Cause,
        DateTimeOffsetOrder.Cause,
        DecimalOrder.Cause,
        NotTranslatedOnSqlite.Cause,
        NotTranslatedOnMySql.Cause,
        SwappedColumns.Cause,
        OffsetLost.Cause,
        DateTimePrecision.Cause,
        AddMonthsOverflow.Cause,
        AddDaysFraction.Cause,
        TrailingSpaces.Cause,
        UpperLower.Cause,
        FloatPrecision.Cause,
        RoundHalf.Cause,
        DoublePipe.Cause,
        LengthInBytes.Cause,
        BackslashEscape.Cause,
        QuotedText.Cause,
        DecimalAsText.Cause,
        CastRounds.Cause,
        IntegerDivision.Cause,
        DecimalNotRounded.Cause,
        RegexCase.Cause,
        ToStringFormat.Cause,
        ContainsIgnoresCase.Cause,
        LikeIgnoresAccents.Cause,
        CaseInsensitiveGrouping.Cause,
        CollationOrder.Cause,
        CaseInsensitiveEquality.Cause,
        NoOrder.Cause,
    ];

    /// <summary>The cause of a difference, or null when none is known.</summary>
    public static Cause? Find(Symptom symptom)
    {
        ArgumentNullException.ThrowIfNull(symptom);
        return All.FirstOrDefault(cause => cause.Explains(symptom));
    }
}
