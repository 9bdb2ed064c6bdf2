using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Fixing;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Tests.Fixing;

public sealed class FixAdviceTests
{
    [Theory]
    [InlineData("MB201", Engine.MySql, ObjectKind.Column, FixAction.Alter)]
    [InlineData("MB211", Engine.Sqlite, ObjectKind.Column, FixAction.Add)]
    [InlineData("MB231", Engine.MySql, ObjectKind.Index, FixAction.Recreate)]
    [InlineData("MB240", Engine.MySql, ObjectKind.ForeignKey, FixAction.Add)]
    [InlineData("MB250", Engine.Sqlite, ObjectKind.Check, FixAction.Add)]
    [InlineData("MB213", Engine.Sqlite, ObjectKind.Column, null)]
    [InlineData("MB204", Engine.Sqlite, ObjectKind.Column, null)]
    [InlineData("MB205", Engine.Sqlite, ObjectKind.Column, null)]
    [InlineData("MB210", Engine.Sqlite, ObjectKind.Table, null)]
    [InlineData("MB330", Engine.MySql, ObjectKind.Index, FixAction.Add)]
    [InlineData("MB330", Engine.Sqlite, ObjectKind.Index, null)]
    [InlineData("MB332", Engine.Sqlite, ObjectKind.Index, FixAction.Add)]
    [InlineData("MB332", Engine.MySql, ObjectKind.Index, null)]
    [InlineData("MB301", Engine.Sqlite, ObjectKind.Column, FixAction.Alter)]
    [InlineData("MB301", null, ObjectKind.Column, null)]
    [InlineData("MB902", Engine.MySql, ObjectKind.Column, null)]
    public void Only_what_is_certain_has_a_call(string rule, Engine? engine, ObjectKind kind, FixAction? action) =>
        Assert.Equal(action, FixAdvice.TargetOf(Found(rule, engine, kind))?.Action);

    [Theory]
    [InlineData("MB202", Engine.Sqlite, "NOT NULL", "NULL", true)]
    [InlineData("MB202", Engine.MySql, "NULL", "NOT NULL", false)]
    [InlineData("MB302", Engine.Sqlite, "NULL", "NOT NULL", true)]
    [InlineData("MB302", Engine.MySql, "NULL", "NOT NULL", false)]
    public void Whether_rows_may_hold_NULL_is_what_the_side_at_fault_says(string rule, Engine engine, string expected, string actual, bool wasNullable) =>
        Assert.Equal(wasNullable, FixAdvice.TargetOf(Found(rule, engine, ObjectKind.Column) with { Expected = expected, Actual = actual })!.WasNullable);

    [Fact]
    public void The_call_is_on_one_line()
    {
        const string Code = """
            migrationBuilder.AlterColumn<string>(
                name: "Note  two",
                table: "Orders",
                oldClrType: typeof(string))
                .Annotation("MySql:CharSet", "utf8mb4");

            migrationBuilder.DropIndex(
                name: "IX");
            """;

        var advice = FixAdvice.With(Found("MB301", Engine.MySql, ObjectKind.Column), new FixCode(Code, "")).Advice;

        Assert.Equal(
            "MySQL is the side that differs from its model. Add a migration (dotnet migrate-both add) and write into Up of its MySQL half: "
            + "migrationBuilder.AlterColumn<string>(name: \"Note  two\", table: \"Orders\", oldClrType: typeof(string)).Annotation(\"MySql:CharSet\", \"utf8mb4\"); "
            + "migrationBuilder.DropIndex(name: \"IX\");",
            advice);
    }

    [Theory]
    [InlineData("20260102000000_Two.cs", false, null, "If no database has 20260102000000_Two yet, edit line 7 of Migrations/20260102000000_Two.cs to make a, or run dotnet migrate-both verify --fix --edit. Otherwise add a migration (dotnet migrate-both add) and write into Up of its MySQL half: X();")]
    [InlineData("20260102000000_Two.cs", true, null, "No given database has 20260102000000_Two: edit line 7 of Migrations/20260102000000_Two.cs to make a, or run dotnet migrate-both verify --fix --edit.")]
    [InlineData("20260102000000_Two.cs", true, "shop.db", "shop.db has 20260102000000_Two already, so it stays as it is. Add a migration (dotnet migrate-both add) and write into Up of its MySQL half: X();")]
    [InlineData("20260101000000_One.cs", true, null, "Add a migration (dotnet migrate-both add) and write into Up of its MySQL half: X();")]
    [InlineData(null, true, null, "Add a migration (dotnet migrate-both add) and write into Up of its MySQL half: X();")]
    public void Only_the_last_pair_is_edited_and_only_while_no_database_has_it(string? file, bool wasAsked, string? appliedTo, string advice)
    {
        var finding = Found("MB201", Engine.MySql, ObjectKind.Column) with { Location = file is null ? null : new SourceLocation($"Migrations/{file}", 7) };

        Assert.Equal(advice, FixAdvice.With(finding, new FixCode("X();", ""), new LastPair("20260102000000_Two", wasAsked, appliedTo)).Advice);
    }

    private static Finding Found(string rule, Engine? engine, ObjectKind kind) => new()
    {
        Rule = rule,
        Severity = Severity.Error,
        Engine = engine,
        Stage = rule[2] == '3' ? StageNames.Parity : StageNames.Drift,
        Object = new("Orders", "Note"),
        Kind = kind,
        Message = "differs",
        Expected = "a",
        Actual = "b",
    };
}
