using MigrateBoth.Tool.Sources;

namespace MigrateBoth.Tool.Tests.Sources;

public sealed class MigrationBodyTests
{
    private const string Migration = """
        public partial class Two : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                // a brace in a comment }
                migrationBuilder.Sql("and one in a text }");
            }

            protected override void Down(MigrationBuilder migrationBuilder)
            {

            }
        }
        """;

    [Fact]
    public void Statements_come_after_those_of_Up_and_before_those_of_Down()
    {
        var up = MigrationBody.Insert(Migration, "Up", "A(\n    b);\n\nC();", atEnd: true)!;
        var both = MigrationBody.Insert(MigrationBody.Insert(up, "Down", "Last();", atEnd: false)!, "Down", "First();", atEnd: false);

        Assert.Equal(
            """
            public partial class Two : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder)
                {
                    // a brace in a comment }
                    migrationBuilder.Sql("and one in a text }");

                    A(
                        b);

                    C();
                }

                protected override void Down(MigrationBuilder migrationBuilder)
                {
                    First();

                    Last();
                }
            }
            """,
            both);
    }

    [Fact]
    public void Line_ends_stay_what_they_are() =>
        Assert.DoesNotContain("\n", MigrationBody.Insert(Migration.Replace("\n", "\r\n", StringComparison.Ordinal), "Up", "A(\n    b);", atEnd: true)!.Replace("\r\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("class A { void Up(MigrationBuilder b) => b.Sql(\"\"); }")]
    [InlineData("class A { void Up(MigrationBuilder b) { } void Up(int b) { } }")]
    [InlineData("class A { }")]
    public void What_is_not_understood_is_left_alone(string text) => Assert.Null(MigrationBody.Insert(text, "Up", "A();", atEnd: true));
}
