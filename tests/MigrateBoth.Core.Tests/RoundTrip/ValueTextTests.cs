using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Core.Tests.RoundTrip;

public sealed class ValueTextTests
{
    /// <summary>What SQLite's provider hands out, and what MySQL's does, for one value.</summary>
    public static TheoryData<ValueKind, object, object> SameValues => new()
    {
        { ValueKind.Boolean, 1L, (sbyte)1 },
        { ValueKind.Integer, -5L, -5 },
        { ValueKind.Decimal, "1.50", "1.5000" },
        { ValueKind.Decimal, 3.0, "3.00" },
        { ValueKind.Decimal, "-0.0", "0.00" },
        { ValueKind.Decimal, 1e2, "100" },
        { ValueKind.Float, 0.5, 0.5 },
        { ValueKind.Float, -0.0, 0.0 },
        { ValueKind.Guid, "6D620000-1234-4ABC-8DEF-0123456789AB", "6d620000-1234-4abc-8def-0123456789ab" },
        { ValueKind.DateTime, "2024-02-29 12:34:56.789012", "2024-02-29 12:34:56.789012" },
        { ValueKind.DateTime, "2024-02-29 00:00:00", "2024-02-29 00:00:00.000000" },
        { ValueKind.Instant, "2024-02-29 13:00:00+01:00", "2024-02-29 12:00:00.000000" },
        { ValueKind.Date, "2024-02-29", "2024-02-29" },
        { ValueKind.Time, "12:34:56.5", "12:34:56.500000" },
        { ValueKind.Span, "-34.22:59:59", "-838:59:59.000000" },
        { ValueKind.Span, "1.06:00:00", "30:00:00.000000" },
        { ValueKind.Json, """{"b": 1.0, "a": [1, "é"]}""", """{"a":[1,"é"],"b":1}""" },
        { ValueKind.Binary, new byte[] { 0, 255 }, new byte[] { 0, 255 } },
    };

    [Theory]
    [MemberData(nameof(SameValues))]
    public void A_value_is_the_same_text_whichever_engine_held_it(ValueKind kind, object sqlite, object mySql)
    {
        Assert.False(ValueText.IsForeign(ValueText.Of(kind, sqlite)));
        Assert.Equal(ValueText.Of(kind, sqlite), ValueText.Of(kind, mySql));
    }

    [Theory]
    [InlineData(ValueKind.Decimal, "abc")]
    [InlineData(ValueKind.Guid, "1")]
    [InlineData(ValueKind.Date, "2024-02-29 12:34:56")]
    [InlineData(ValueKind.DateTime, "yesterday")]
    [InlineData(ValueKind.Json, "{")]
    public void Text_that_is_not_a_value_of_the_kind_is_foreign(ValueKind kind, string stored) =>
        Assert.True(ValueText.IsForeign(ValueText.Of(kind, stored)));

    [Fact]
    public void Text_is_kept_to_the_last_blank() => Assert.NotEqual(ValueText.Of(ValueKind.Text, "a "), ValueText.Of(ValueKind.Text, "a"));
}
