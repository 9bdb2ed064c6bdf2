using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

/// <summary>Who is blamed, and how often.</summary>
public sealed class BlameTests
{
    private const string Key = "FK_Orders_Orders_ParentId";
    private const string Index = "IX_Orders_PlacedOn_State";

    private static readonly ColumnDefault Zero = new(ColumnDefaultKind.Number, "0", "0");

    [Fact]
    public void A_default_that_departs_from_the_model_does_not_make_the_type_wrong()
    {
        // SQLite's type is what its model says; only a default was left behind there.
        var fromModel = new EnginePair<DatabaseSchema>(Sound.Sqlite, Sound.MySql.Retype("Orders", "CustomerId", "varchar(20)"));
        var blame = new Blame(fromModel with { Sqlite = fromModel.Sqlite.EditColumn("Orders", "CustomerId", column => column with { Default = Zero }) }, fromModel);

        Assert.Null(blame.For(About(DifferenceKind.ColumnType)));
        Assert.Equal(Engine.Sqlite, blame.For(About(DifferenceKind.DefaultResidue)));
        Assert.Equal(Engine.Sqlite, blame.For(About(DifferenceKind.UncomparableExpression)));

        static SchemaDifference About(DifferenceKind kind) => new()
        {
            Kind = kind,
            ObjectKind = ObjectKind.Column,
            Object = new ObjectPath("Orders", "CustomerId"),
            LeftEngine = Engine.Sqlite,
            RightEngine = Engine.MySql,
            Left = "INTEGER",
            Right = "varchar(20)",
        };
    }

    [Fact]
    public void A_type_that_departs_from_the_model_does_not_make_an_expression_wrong()
    {
        var fromModel = new EnginePair<DatabaseSchema>(Sound.Sqlite, Sound.MySql);
        var blame = new Blame(fromModel with { MySql = fromModel.MySql.Retype("Orders", "CustomerId", "varchar(20)") }, fromModel);

        Assert.Equal(Engine.MySql, blame.For(About(DifferenceKind.ColumnType)));
        Assert.Null(blame.For(About(DifferenceKind.UncomparableExpression)));

        static SchemaDifference About(DifferenceKind kind) => new()
        {
            Kind = kind,
            ObjectKind = ObjectKind.Column,
            Object = new ObjectPath("Orders", "CustomerId"),
            LeftEngine = Engine.Sqlite,
            RightEngine = Engine.MySql,
        };
    }

    [Fact]
    public void Each_attribute_of_a_key_and_of_an_index_has_its_own_side_to_blame()
    {
        var fromModel = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.EditKey("Orders", Key, k => k with { OnUpdate = ReferentialAction.Cascade }).EditIndex("Orders", Index, i => i with { Parts = [.. i.Parts.Reverse()] }), Sound.MySql);
        var migrated = fromModel with
        {
            MySql = Sound.MySql.EditKey("Orders", Key, k => k with { OnDelete = ReferentialAction.SetNull }).EditIndex("Orders", Index, i => i with { IsUnique = !i.IsUnique }),
        };
        var blame = new Blame(migrated, fromModel);

        Assert.Equal(Engine.MySql, blame.For(About(DifferenceKind.ForeignKeyDefinition, Key, "delete action")));
        Assert.Null(blame.For(About(DifferenceKind.ForeignKeyDefinition, Key, "update action")));
        Assert.Equal(Engine.MySql, blame.For(About(DifferenceKind.IndexDefinition, Index, "uniqueness")));
        Assert.Null(blame.For(About(DifferenceKind.IndexDefinition, Index, "order of columns")));

        static SchemaDifference About(DifferenceKind kind, string name, string attribute) => new()
        {
            Kind = kind,
            ObjectKind = ObjectKind.Index,
            Object = new ObjectPath("Orders", name),
            LeftEngine = Engine.Sqlite,
            RightEngine = Engine.MySql,
            Attributes = [attribute],
        };
    }

    [Fact]
    public void An_option_of_a_table_does_not_make_its_primary_key_wrong()
    {
        var fromModel = new EnginePair<DatabaseSchema>(Sound.Sqlite, Sound.MySql.Edit("Orders", t => t with { PrimaryKey = new PrimaryKey("PK_Orders", ["Id", "CustomerId"]) }));
        var migrated = fromModel with { Sqlite = Sound.Sqlite.Edit("Orders", t => t with { Options = new Dictionary<string, string> { ["strict"] = "yes" } }) };

        Assert.StartsWith("Add a migration", Assert.Single(ParityStage.Run(migrated, fromModel, null).Findings, finding => finding.Rule == "MB320").Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_side_whose_type_departs_is_blamed_for_the_type()
    {
        var fromModel = new EnginePair<DatabaseSchema>(Sound.Sqlite, Sound.MySql);
        var migrated = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.EditColumn("Orders", "CustomerId", column => column with { Default = Zero }), Sound.MySql.Retype("Orders", "CustomerId", "varchar(20)"));

        var finding = Assert.Single(ParityStage.Run(migrated, fromModel, null).Findings, finding => finding.Rule == "MB301");

        Assert.StartsWith("MySQL is the side that differs from its model.", finding.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0x", "X''")]
    [InlineData("0x0102", "X'0102'")]
    public void A_literal_beside_an_expression_is_understood(string value, string text)
    {
        var migrated = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.EditColumn("Orders", "Note", column => column with { Default = new ColumnDefault(ColumnDefaultKind.Binary, value, text) }),
            Sound.MySql.EditColumn("Orders", "Note", column => column with { Default = new ColumnDefault(ColumnDefaultKind.Expression, "CURRENT_TIMESTAMP(6)", "CURRENT_TIMESTAMP(6)") }));

        Assert.Equal("MB303", Assert.Single(ParityStage.Run(migrated, null, null).Findings).Rule);
    }

    [Fact]
    public void A_text_with_quotes_and_backslashes_beside_an_expression_is_understood()
    {
        var migrated = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.EditColumn("Orders", "Note", column => column with { Default = new ColumnDefault(ColumnDefaultKind.Expression, "upper('a')", "upper('a')") }),
            Sound.MySql.EditColumn("Orders", "Note", column => column with { Default = new ColumnDefault(ColumnDefaultKind.Text, @"it's \ a", @"it's \ a") }));

        Assert.Equal("MB303", Assert.Single(ParityStage.Run(migrated, null, null).Findings).Rule);
    }

    [Fact]
    public void NO_ACTION_and_RESTRICT_are_one_to_InnoDB_and_one_warning_on_SQLite()
    {
        DatabaseSchema Relaxed(DatabaseSchema schema) => schema with
        {
            Tables = [.. schema.Tables.Select(table => table with
            {
                ForeignKeys = [.. table.ForeignKeys.SelectMany(key => new[] { Refusing(key), Refusing(key) with { Name = key.Name + "2", Columns = ["Id"] } }
                    .Select(one => one with { OnDelete = ReferentialAction.NoAction }))],
            })],
        };
        DatabaseSchema Strict(DatabaseSchema schema) => Relaxed(schema) with
        {
            Tables = [.. Relaxed(schema).Tables.Select(table => table with { ForeignKeys = [.. table.ForeignKeys.Select(key => key with { OnDelete = ReferentialAction.Restrict })] })],
        };

        Assert.Empty(DriftStage.Run(new DriftInput(Relaxed(Sound.MySql), Strict(Sound.MySql), null)).Findings);
        var finding = Assert.Single(DriftStage.Run(new DriftInput(Relaxed(Sound.Sqlite), Strict(Sound.Sqlite), null)).Findings);
        Assert.Equal(("MB241", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("the same in", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_change_of_many_columns_is_one_difference_and_a_few_are_as_many()
    {
        static IEnumerable<SchemaDifference> Changed(int count) => Enumerable.Range(1, count).Select(i => new SchemaDifference
        {
            Kind = DifferenceKind.Collation,
            ObjectKind = ObjectKind.Column,
            Object = new ObjectPath("T", $"C{i}"),
            LeftEngine = Engine.MySql,
            RightEngine = Engine.MySql,
            Left = "utf8mb4_bin",
            Right = "latin1_bin",
        });

        var joined = Assert.Single(SharedChanges.Join(Changed(77)));
        Assert.Equal(("T.C1", "the same in T.C2, T.C3, T.C4 and 73 more"), (joined.Object.ToString(), joined.Detail));
        Assert.Equal(3, SharedChanges.Join(Changed(3)).Count());
        Assert.Equal(2, SharedChanges.Join(Changed(77).Append(Changed(1).Single() with { Object = new ObjectPath("T", "D"), Right = "ascii_bin" })).Count());
    }

    private static ForeignKey Refusing(ForeignKey key) => key with { OnDelete = ReferentialAction.Restrict };
}
