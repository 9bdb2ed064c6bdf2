using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Tests.Rows;

public sealed class BoundaryRowsTests
{
    public static TheoryData<LogicalKind> Kinds => [.. Enum.GetValues<LogicalKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_values_of_its_own_type(LogicalKind kind)
    {
        var values = BoundaryValues.Of(new LogicalColumn("X", kind) { IsNullable = true });

        Assert.Null(values[0].Value);
        Assert.True(values.Count > 2);
        Assert.Single(values.Skip(1).Select(value => value.Value!.GetType()).Distinct());
        Assert.Equal(values, values.Distinct());
    }

    [Theory]
    [InlineData(8, false, "-128", "127")]
    [InlineData(8, true, "0", "255")]
    [InlineData(32, false, "-2147483648", "2147483647")]
    [InlineData(64, true, "0", "18446744073709551615")]
    public void Integers_reach_the_edges_of_their_width(int bits, bool isUnsigned, string min, string max)
    {
        var values = BoundaryValues.Of(new LogicalColumn("X", LogicalKind.Integer) { Bits = bits, IsUnsigned = isUnsigned }).Select(value => (decimal)value.Value!).ToList();

        Assert.Equal((min, max), (values.Min().ToString(), values.Max().ToString()));
    }

    [Fact]
    public void Decimals_fit_their_precision()
    {
        var values = BoundaryValues.Of(new LogicalColumn("X", LogicalKind.Decimal) { Precision = 5, Scale = 3 }).Select(value => (decimal)value.Value!).ToList();

        Assert.Equal((-99.999m, 99.999m), (values.Min(), values.Max()));
        Assert.Contains(0.001m, values);
    }

    [Fact]
    public void Texts_fit_their_length_in_characters()
    {
        var values = BoundaryValues.Of(new LogicalColumn("X", LogicalKind.Text) { MaxLength = 1 }).Select(value => (string)value.Value!).ToList();

        Assert.All(values, text => Assert.True(text.EnumerateRunes().Count() <= 1));
        Assert.Contains("😀", values);
        Assert.Contains("", values);
    }

    [Fact]
    public void Each_value_has_a_row_in_which_only_it_is_unusual()
    {
        LogicalColumn[] columns = [new("A", LogicalKind.Boolean) { IsNullable = true }, new("B", LogicalKind.Boolean)];

        var rows = BoundaryRows.Of(columns, BoundaryValues.Of, combinations: 2);

        Assert.Equal(["TRUE TRUE", "NULL TRUE", "FALSE TRUE", "TRUE FALSE"], rows.Take(4).Select(row => string.Join(' ', row)));
        Assert.Equal(6, rows.Count);
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows()
    {
        LogicalColumn[] columns = [new("A", LogicalKind.Text), new("B", LogicalKind.Integer)];

        string Rows(ulong seed) => string.Join('\n', BoundaryRows.Of(columns, BoundaryValues.Of, 20, seed).Select(row => string.Join(',', row)));

        Assert.Equal(Rows(7), Rows(7));
        Assert.NotEqual(Rows(7), Rows(8));
    }
}
