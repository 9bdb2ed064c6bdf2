using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.Schema;

public sealed class StoreTypeParserTests
{
    [Theory]
    [InlineData("varchar(50)", "varchar", 50)]
    [InlineData("VARCHAR( 50 )", "varchar", 50)]
    [InlineData("character varying (50)", "character varying", 50)]
    [InlineData("NATIVE  CHARACTER(70)", "native character", 70)]
    [InlineData("char(36)", "char", 36)]
    [InlineData("varbinary(3072)", "varbinary", 3072)]
    [InlineData("vector(3)", "vector", 3)]
    public void The_number_of_a_character_or_binary_type_is_its_length(string text, string name, int length) =>
        AssertParts(text, name, length, null, null);

    [Theory]
    [InlineData("decimal(18,2)", "decimal", 18, 2)]
    [InlineData("DECIMAL( 18 , 2 )", "decimal", 18, 2)]
    [InlineData("numeric(+10,-2)", "numeric", 10, -2)]
    [InlineData("double(10,2)", "double", 10, 2)]
    public void Two_numbers_are_precision_and_scale(string text, string name, int precision, int scale) =>
        AssertParts(text, name, null, precision, scale);

    [Theory]
    [InlineData("datetime(6)", "datetime", 6)]
    [InlineData("time(0)", "time", 0)]
    [InlineData("tinyint(1)", "tinyint", 1)]
    [InlineData("bit(8)", "bit", 8)]
    [InlineData("decimal(10)", "decimal", 10)]
    [InlineData("timestamp(3) with time zone", "timestamp with time zone", 3)]
    public void The_only_number_of_any_other_type_is_its_precision(string text, string name, int precision) =>
        AssertParts(text, name, null, precision, null);

    [Theory]
    [InlineData("TEXT", "text")]
    [InlineData("double  precision", "double precision")]
    [InlineData("", "")]
    public void A_bare_name_is_lower_case_with_single_spaces(string text, string name) =>
        AssertParts(text, name, null, null, null);

    [Theory]
    [InlineData("int unsigned", "int")]
    [InlineData("bigint(20) unsigned", "bigint")]
    [InlineData("UNSIGNED BIG INT", "big int")]
    public void Unsigned_is_taken_out_of_the_name(string text, string name)
    {
        var type = StoreTypeParser.Parse(text);

        Assert.True(type.IsUnsigned);
        Assert.Equal(name, type.Name);
    }

    [Theory]
    [InlineData("int(5) unsigned zerofill", "int zerofill")]
    [InlineData("nvarchar(MAX)", "nvarchar(max)")]
    [InlineData("thing(1, 2, 3)", "thing(1,2,3)")]
    [InlineData("varchar(", "varchar(")]
    public void What_is_not_understood_stays_in_the_name(string text, string name) =>
        Assert.Equal(name, StoreTypeParser.Parse(text).Name);

    [Theory]
    [InlineData("enum('a','b')", new[] { "a", "b" })]
    [InlineData("set( 'x' , 'y' )", new[] { "x", "y" })]
    [InlineData("enum('it''s','a,b','(c)')", new[] { "it's", "a,b", "(c)" })]
    [InlineData("enum('','UPPER')", new[] { "", "UPPER" })]
    [InlineData(@"enum('a\\b','c\nd')", new[] { @"a\b", "c\nd" })]
    public void Enum_values_are_unquoted_and_keep_their_case(string text, string[] values) =>
        Assert.Equal(values, StoreTypeParser.Parse(text).Values);

    [Fact]
    public void A_list_that_cannot_be_read_is_not_dropped()
    {
        var broken = StoreTypeParser.Parse("enum('a',b)");

        Assert.Empty(broken.Values);
        Assert.Equal("enum('a',b)", broken.Name);
    }

    [Fact]
    public void The_text_is_kept_and_does_not_count_for_sameness()
    {
        var one = StoreTypeParser.Parse("VARCHAR( 50 )");
        var other = StoreTypeParser.Parse("varchar(50)");

        Assert.Equal("VARCHAR( 50 )", one.Text);
        Assert.True(one.IsSameAs(other));
        Assert.False(one.IsSameAs(StoreTypeParser.Parse("varchar(51)")));
    }

    private static void AssertParts(string text, string name, int? length, int? precision, int? scale)
    {
        var type = StoreTypeParser.Parse(text);

        Assert.Equal((name, length, precision, scale), (type.Name, type.Length, type.Precision, type.Scale));
        Assert.False(type.IsUnsigned);
        Assert.Equal(text, type.Text);
    }
}
