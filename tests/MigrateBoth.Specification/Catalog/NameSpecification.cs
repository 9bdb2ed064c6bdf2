using MigrateBoth.Core;
using MigrateBoth.Core.Fixing;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Specification.Catalog;

/// <summary>Names that break readers which cut text apart or join it unescaped (catalogue row S-74).</summary>
public abstract class NameSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    public static TheoryData<string> HostileNames { get; } =
    [
        "a b", "or\"der", "O'Brien", "a`b", "[x]", "a.b", "naïve", "表名", "select", "check", "constraint", "PRIMARY KEY",
        "--c", "/*d*/", "semi;colon", "percent%s", "under_score", "back\\slash", "(paren", "paren)", "comma,", "@p", "$1", "0", "{0}",
        new('x', 64),
    ];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_name_is_read_wherever_it_stands(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var quoted = Quote(name);
        var schema = await ReadAsync(
            $"CREATE TABLE {quoted} ({quoted} int NOT NULL PRIMARY KEY, `more` int NOT NULL, CONSTRAINT {Quote("U" + name[1..])} UNIQUE (`more`, {quoted}))",
            $"""
            CREATE TABLE `z_child` (
                {quoted} int NOT NULL,
                `g` int GENERATED ALWAYS AS (({quoted} + 1)) VIRTUAL,
                CONSTRAINT {Quote("F" + name[1..])} FOREIGN KEY ({quoted}) REFERENCES {quoted} ({quoted}),
                CONSTRAINT {Quote("C" + name[1..])} CHECK (({quoted} > 0)))
            """,
            $"CREATE INDEX {Quote("I" + name[1..])} ON `z_child` ({quoted})",
            $"CREATE VIEW {Quote("V" + name[1..])} AS SELECT {quoted} FROM {quoted}");

        Assert.Empty(schema.Unread);
        var table = schema.Tables.Single(t => t.Name == name);
        var child = schema.Tables.Single(t => t.Name == "z_child");
        Assert.Equal([name, "more"], table.Columns.Select(c => c.Name));
        Assert.Equal([name], table.PrimaryKey?.Columns);
        Assert.Contains("U" + name[1..], table.UniqueConstraints.Select(u => u.Name).Concat(table.Indexes.Select(i => i.Name)));
        var key = Assert.Single(child.ForeignKeys);
        Assert.Equal("F" + name[1..], key.Name);
        Assert.Equal([name], key.Columns);
        Assert.Equal(name, key.PrincipalTable);
        Assert.Equal([name], key.PrincipalColumns);
        Assert.Equal("C" + name[1..], Assert.Single(child.Checks).Name);
        Assert.Equal([name], child.Indexes.Single(i => i.Name == "I" + name[1..]).Parts.Select(p => p.Column));
        var view = Assert.Single(schema.Views);
        Assert.Equal("V" + name[1..], view.Name);
        Assert.Equal([name], view.Columns);
        Assert.True(view.IsValid);
    }

    [Theory]
    [InlineData("audit.log")]
    [InlineData(".a..b.")]
    [InlineData("or\"der`s")]
    [InlineData("two  words")]
    [InlineData("表名.naïve")]
    public async Task A_difference_under_such_a_name_names_the_table_and_the_part_and_has_the_right_fix(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (table, index) = (Quote(name), $"I.{name}");
        var model = await ReadAsync(
            $"CREATE TABLE {table} (`id` int NOT NULL PRIMARY KEY, {table} int NOT NULL, `more.x` int NOT NULL)",
            $"CREATE INDEX {Quote(index)} ON {table} (`more.x`)");
        var migrated = await ReadAsync($"CREATE TABLE {table} (`id` int NOT NULL PRIMARY KEY, {table} int NULL, `more.x` int NOT NULL)");

        var findings = DriftStage.Run([new DriftInput(migrated, model, null)]).Findings;

        Assert.Equal(
            [new FixTarget(FixAction.Add, ObjectKind.Index, name, index), new FixTarget(FixAction.Alter, ObjectKind.Column, name, name, WasNullable: true)],
            findings.OrderByDescending(finding => finding.Kind).Select(FixAdvice.TargetOf));
    }

    [Theory]
    [InlineData("audit.log")]
    [InlineData("or\"der`s")]
    [InlineData("two  words")]
    [InlineData("表名.naïve")]
    public async Task What_is_not_understood_of_such_a_table_stays_in_drift(string name)
    {
        var schema = await ReadAsync($"CREATE TABLE {Quote(name)} (`id` int NOT NULL PRIMARY KEY)");
        var unread = schema with { Unread = [new UnreadObject("check", new ObjectPath(name, "C.1"), "?", "it is not understood")] };

        var finding = Assert.Single(DriftStage.Run([new DriftInput(unread, schema, null)]).Findings);

        Assert.Equal(("MB901", new ObjectPath(name, "C.1")), (finding.Rule, finding.Object));
    }
}
