using System.Globalization;
using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Tests.Rows;

/// <summary>One list for expressions, the round trip and the probes: what each takes and leaves out.</summary>
public sealed class BoundaryValuesTests
{
    [Theory]
    [InlineData("a\0b", ValueTrait.Nul, false)]
    [InlineData("a ", ValueTrait.TrailingBlank, true)]
    [InlineData("xxxxxxxxxx", ValueTrait.Plain, true)]
    [InlineData("éééééééééé", ValueTrait.Plain, true)]
    [InlineData("xxxxxxxxxxx", ValueTrait.TooLong, false)]
    public void Texts_say_what_is_special_about_them_and_expressions_take_those_that_fit(string text, ValueTrait trait, bool isComputable)
    {
        var column = new LogicalColumn("X", LogicalKind.Text) { MaxLength = 10 };

        Assert.Equal(trait, Assert.Single(BoundaryValues.All(column), value => (string)value.Value! == text).Trait);
        Assert.Equal(isComputable, BoundaryValues.Of(column).Any(value => (string)value.Value! == text));
    }

    [Fact]
    public void A_character_set_leaves_out_what_it_does_not_hold()
    {
        Assert.DoesNotContain(Texts(new LogicalColumn("X", LogicalKind.Text) { IsAscii = true, MaxLength = 5 }), text => text.Any(c => c > 127));
        Assert.DoesNotContain(Texts(new LogicalColumn("X", LogicalKind.Text) { IsBasicPlane = true, MaxLength = 50 }), text => text.Any(char.IsSurrogate));
        Assert.Contains(Texts(new LogicalColumn("X", LogicalKind.Text) { MaxLength = 50 }), text => text.Length == 50 && text.Contains("😀", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(new LogicalColumn("X", LogicalKind.Text) { MaxLength = 50, CountsBytes = true }), text => text.Length == 50 && text.Any(c => c > 127));

        static IEnumerable<string> Texts(LogicalColumn column) => BoundaryValues.All(column).Select(value => (string)value.Value!);
    }

    [Theory]
    [InlineData(5, 3, "99.999", "0.001", "1.0005", "100")]
    [InlineData(18, 0, "999999999999999999", "1", "1.5", "1000000000000000000")]
    [InlineData(28, 8, "99999999999999999999.99999999", "0.00000001", "1.000000005", "100000000000000000000")]
    public void Decimals_go_to_the_edge_and_one_digit_beyond(int precision, int scale, string greatest, string step, string finer, string wider)
    {
        var all = BoundaryValues.All(new LogicalColumn("X", LogicalKind.Decimal) { Precision = precision, Scale = scale });

        Assert.Equal((Number(greatest), Number(step)), (all.Where(value => !value.IsBeyond).Max(value => (decimal)value.Value!), all.Where(value => !value.IsBeyond && (decimal)value.Value! > 0).Min(value => (decimal)value.Value!)));
        Assert.Contains(all, value => value is { IsBeyond: true, Trait: ValueTrait.Scale } && (decimal)value.Value! == Number(finer));
        Assert.Contains(all, value => value is { IsBeyond: true, Trait: ValueTrait.Range } && (decimal)value.Value! == Number(wider));

        static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Decimals_without_limits_have_all_digits_that_the_type_holds()
    {
        var all = BoundaryValues.All(new LogicalColumn("X", LogicalKind.Decimal) { Precision = 65, Scale = 30 }).Select(value => (decimal)value.Value!).ToList();

        Assert.Contains(decimal.MaxValue, all);
        Assert.Contains(0.12345678901234567891m, all);
        Assert.Contains(1234.5m, all);
    }

    [Theory]
    [InlineData(0, "12:34:56", true)]
    [InlineData(3, "12:34:56.1230000", true)]
    [InlineData(6, "12:34:56.1234560", true)]
    [InlineData(6, "12:34:56.1234567", false)]
    public void Moments_are_cut_to_the_digits_of_the_column_and_kept_whole_beside_that(int digits, string time, bool isComputable)
    {
        var column = new LogicalColumn("X", LogicalKind.DateTime) { FractionDigits = digits };
        var moment = DateTime.Parse($"2020-02-29T{time}", CultureInfo.InvariantCulture);

        Assert.Contains(BoundaryValues.All(column), value => moment.Equals(value.Value) && value.Trait == (isComputable ? ValueTrait.Plain : ValueTrait.Fraction));
        Assert.Equal(isComputable, BoundaryValues.Of(column).Any(value => moment.Equals(value.Value)));
        Assert.Contains(BoundaryValues.All(column), value => DateTime.MinValue.Equals(value.Value));
        Assert.DoesNotContain(BoundaryValues.Of(column), value => DateTime.MinValue.Equals(value.Value));
    }

    public static TheoryData<ProbeValueKind, string, string[]> Probed => new()
    {
        { ProbeValueKind.Text, "varchar(40)", ["abc", "e\u0301", "ß", "İ", "😀", "a ", "a\0b", "１", "true"] },
        { ProbeValueKind.Char, "varchar(1)", ["a", "A", "b", "é", "0", "-", " "] },
        { ProbeValueKind.Byte, "tinyint unsigned", ["0", "1", "7", "255"] },
        { ProbeValueKind.Short, "smallint", ["-32768", "32767", "-1"] },
        { ProbeValueKind.Int, "int", ["6", "7", "-7", "-2147483648", "2147483647"] },
        { ProbeValueKind.Long, "bigint", ["2147483648", "-9223372036854775808", "9223372036854775807"] },
        { ProbeValueKind.ULong, "bigint unsigned", ["9223372036854775807", "18446744073709551615"] },
        { ProbeValueKind.Float, "float", ["123456.79", "0.1", "16777216", "3.4028235E+38", "NaN"] },
        { ProbeValueKind.Double, "double", ["0.1", "123456789.125", "0.30000000000000004", "1E+300", "1E-300", "-Infinity"] },
        { ProbeValueKind.Decimal, "decimal(6,2)", ["1.5", "99", "0.01", "1.005", "0.001", "9999.99", "10000"] },
        { ProbeValueKind.Decimal, "decimal(65,30)", ["0.12345678901234567891", "79228162514264337593543950335"] },
        { ProbeValueKind.DateTime, "datetime(6)", ["2020-02-29T12:34:56.0000000", "0001-01-02T00:00:00.0000000", "9999-12-30T23:59:59.0000000", "2020-02-29T12:34:56.1234567", "2020-12-31T23:59:59.9999999", "2020-02-29T12:34:56Z"] },
        { ProbeValueKind.DateTimeOffset, "datetime(6)", ["1969-12-31T23:59:59.0000000+00:00", "2020-02-29T12:34:56.0000000+05:30", "2020-02-29T07:34:56.0000000-08:00"] },
        { ProbeValueKind.Date, "date", ["0001-01-01", "9999-12-31", "1899-12-31"] },
        { ProbeValueKind.Time, "time(6)", ["09:10:00", "12:34:56.1234567", "23:59:59.9999999"] },
        { ProbeValueKind.TimeSpan, "time(6)", ["-01:30:00", "1.06:00:00", "37.12:00:00", "-37.12:00:00", "01:02:03.1234567"] },
        { ProbeValueKind.Guid, "char(36)", ["00000000-0000-0000-0000-000000000001", "0f8fad5b-d9cb-469f-a165-70867728950e", "ffffffff-ffff-ffff-ffff-ffffffffffff"] },
        { ProbeValueKind.Bytes, "varbinary(2)", ["01FF", "00", "", "AAAA", "AAAAAA"] },
    };

    [Theory]
    [MemberData(nameof(Probed))]
    public void Probes_write_them_as_text(ProbeValueKind kind, string storeType, string[] expected)
    {
        var property = new ProbeProperty { Entity = "T", Name = "A", Object = new("T", "A"), Kind = kind, Mapping = "x", StoreType = storeType };

        var texts = ProbeValueSets.Of(new ProbeSubject(property, property)).Select(value => value.Text).ToList();

        Assert.Empty(expected.Except(texts));
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }

    [Fact]
    public void Probes_leave_out_the_ends_of_the_calendar_and_chars_of_two_units()
    {
        var moment = new ProbeProperty { Entity = "T", Name = "A", Object = new("T", "A"), Kind = ProbeValueKind.DateTime, Mapping = "x", StoreType = "datetime(6)" };
        var letter = moment with { Kind = ProbeValueKind.Char, StoreType = "varchar(1)" };

        Assert.DoesNotContain(ProbeValueSets.Of(new ProbeSubject(moment, moment)), value => value.Text!.StartsWith("0001-01-01", StringComparison.Ordinal) || value.Text.StartsWith("9999-12-31", StringComparison.Ordinal));
        Assert.All(ProbeValueSets.Of(new ProbeSubject(letter, letter)), value => Assert.Equal(1, value.Text!.Length));
    }
}
