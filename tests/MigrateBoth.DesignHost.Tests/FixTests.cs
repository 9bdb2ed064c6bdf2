using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>The call is the one that EF Core itself would write; there is none where it would not be certain.</summary>
public sealed class FixTests
{
    [Fact]
    public Task Calls_for_SQLite() => AssertAsync(
        Engine.Sqlite,
        new()
        {
            [new(FixAction.Add, ObjectKind.Column, "Notes", "Title")] = """migrationBuilder.AddColumn<string>( name: "Title", table: "Notes", type: "TEXT", maxLength: 100, nullable: false, defaultValue: "");""",
            [new(FixAction.Add, ObjectKind.Column, "notes", "parentid")] = """migrationBuilder.AddColumn<int>( name: "ParentId", table: "Notes", type: "INTEGER", nullable: true);""",
            [new(FixAction.Recreate, ObjectKind.Index, "Notes", "IX_Notes_ParentId")] = """migrationBuilder.DropIndex( name: "IX_Notes_ParentId", table: "Notes"); migrationBuilder.CreateIndex( name: "IX_Notes_ParentId", table: "Notes", column: "ParentId");""",
            [new(FixAction.Recreate, ObjectKind.Check, "Notes", "CK_Notes_Title")] = """migrationBuilder.DropCheckConstraint( name: "CK_Notes_Title", table: "Notes"); migrationBuilder.AddCheckConstraint( name: "CK_Notes_Title", table: "Notes", sql: "Title <> ''");""",
            [new(FixAction.Alter, ObjectKind.Column, "Notes", "Twice")] = null,
            [new(FixAction.Add, ObjectKind.Column, "Notes", "Nothing")] = null,
            [new(FixAction.Add, ObjectKind.Index, "Nothing", "IX_Notes_Title")] = null,
        });

    [Fact]
    public Task Calls_for_MySql() => AssertAsync(
        Engine.MySql,
        new()
        {
            [new(FixAction.Alter, ObjectKind.Column, "Notes", "Title")] = """migrationBuilder.AlterColumn<string>( name: "Title", table: "Notes", type: "varchar(100)", maxLength: 100, nullable: false, oldClrType: typeof(string)).Annotation("MySql:CharSet", "utf8mb4");""",
            [new(FixAction.Recreate, ObjectKind.Index, "Notes", "IX_Notes_ParentId")] = null,
            [new(FixAction.Recreate, ObjectKind.Index, "Notes", "IX_Notes_Title")] = """migrationBuilder.DropIndex( name: "IX_Notes_Title", table: "Notes"); migrationBuilder.CreateIndex( name: "IX_Notes_Title", table: "Notes", column: "Title", unique: true);""",
            [new(FixAction.Add, ObjectKind.Index, "Notes", "IX_Notes_ParentId")] = """migrationBuilder.CreateIndex( name: "IX_Notes_ParentId", table: "Notes", column: "ParentId");""",
            [new(FixAction.Add, ObjectKind.ForeignKey, "Notes", "FK_Notes_Notes_ParentId")] = """migrationBuilder.AddForeignKey( name: "FK_Notes_Notes_ParentId", table: "Notes", column: "ParentId", principalTable: "Notes", principalColumn: "Id");""",
        });

    private static async Task AssertAsync(Engine engine, Dictionary<FixTarget, string?> calls)
    {
        await using var host = await Fixture.Traced.StartAsync();

        var fixes = await host.FixesAsync(engine, [.. calls.Keys], CancellationToken.None);

        Assert.Equal(
            calls.Values,
            fixes.Select(code => code is null ? null : Regex.Replace(code.Up.Replace("\n    .", ".", StringComparison.Ordinal), "\\s+", " ").Trim()));
    }
}
