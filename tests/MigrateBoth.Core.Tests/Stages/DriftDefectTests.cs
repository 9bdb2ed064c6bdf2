using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

public sealed class DriftDefectTests
{
    public static TheoryData<Defect> All => [.. Defects.OnBoth, .. OnlyWithinAnEngine];

    private static IEnumerable<Defect> OnlyWithinAnEngine =>
    [
        // InnoDB does not tell the two apart.
        new("restrict to no action", Engine.Sqlite, s => s.EditKey("Orders", "FK_Orders_Orders_ParentId", k => k with { OnDelete = ReferentialAction.NoAction }), "41", "Orders.FK_Orders_Orders_ParentId", Severity.Warning),
        new("length", Engine.MySql, s => s.Retype("Customers", "Email", "varchar(100)"), "01", "Customers.Email"),
        new("precision of a moment", Engine.MySql, s => s.Retype("Orders", "CreatedAt", "datetime"), "01", "Orders.CreatedAt"),
        new("unsigned", Engine.MySql, s => s.Retype("Orders", "CustomerId", "int unsigned"), "01", "Orders.CustomerId"),
        new("AUTOINCREMENT gone", Engine.Sqlite, s => s.EditColumn("Orders", "Id", c => c with { IsIdentity = false }), "05", "Orders.Id"),
        new("AUTO_INCREMENT gone", Engine.MySql, s => s.EditColumn("Orders", "Id", c => c with { IsIdentity = false }), "05", "Orders.Id"),
        new("collation", Engine.MySql, s => s.EditColumn("Customers", "Email", c => c with { Collation = "utf8mb4_general_ci" }), "06", "Customers.Email"),
        new("collation", Engine.Sqlite, s => s.EditColumn("Customers", "Email", c => c with { Collation = "NOCASE" }), "06", "Customers.Email"),
        new("character set", Engine.MySql, s => s.EditColumn("Customers", "Email", c => c with { CharacterSet = "latin1" }), "06", "Customers.Email"),
        new("comment of a column", Engine.MySql, s => s.EditColumn("Customers", "Email", c => c with { Comment = "so" }), "07", "Customers.Email", Severity.Info),
        new("comment of a table", Engine.MySql, s => s.Edit("Customers", t => t with { Comment = "so" }), "07", "Customers", Severity.Info),
        new("comment of an index", Engine.MySql, s => s.EditIndex("Customers", "IX_Customers_Email", i => i with { Comment = "so" }), "07", "Customers.IX_Customers_Email", Severity.Info),
        new("invisible column", Engine.MySql, s => s.EditColumn("Orders", "Note", c => c with { IsInvisible = true }), "08", "Orders.Note", Severity.Warning),
        new("on update", Engine.MySql, s => s.EditColumn("Orders", "CreatedAt", c => c with { OnUpdate = "CURRENT_TIMESTAMP(6)" }), "08", "Orders.CreatedAt", Severity.Warning),
        new("unique constraint dropped", Engine.Sqlite, s => s.Edit("Customers", t => t with { UniqueConstraints = [] }), "21", "Customers.AK_Customers_Code"),
        new("unique constraint of another column", Engine.Sqlite, s => s.Edit("Customers", t => t with { UniqueConstraints = [new UniqueConstraint("AK_Customers_Code", ["Token"])] }), "21", "Customers.AK_Customers_Code"),
        new("unique constraint dropped", Engine.MySql, s => s.WithoutIndex("Customers", "AK_Customers_Code"), "30", "Customers.AK_Customers_Code"),
        new("storage engine", Engine.MySql, s => s.Edit("Customers", t => t with { Options = new Dictionary<string, string> { ["engine"] = "MyISAM" } }), "70", "Customers", Severity.Warning),
        new("strict", Engine.Sqlite, s => s.Edit("Customers", t => t with { Options = new Dictionary<string, string> { ["strict"] = "" } }), "70", "Customers", Severity.Warning),
        new("collation of the table", Engine.MySql, s => s.Edit("Customers", t => t with { Collation = "utf8mb4_bin" }), "70", "Customers", Severity.Warning),
        new("collation of the database", Engine.MySql, s => s with { DefaultCollation = "utf8mb4_0900_ai_ci" }, "71", "database", Severity.Warning),
        new("index renamed", Engine.MySql, s => s.EditIndex("Customers", "IX_Customers_Email", i => i with { Name = "IX_Mail" }), "73", "Customers.IX_Customers_Email", Severity.Warning),
        new("foreign key renamed", Engine.MySql, s => s.EditKey("Orders", "FK_Orders_Customers_CustomerId", k => k with { Name = "FK_Buyer" }), "73", "Orders.FK_Orders_Customers_CustomerId", Severity.Warning),
        new("check renamed", Engine.Sqlite, s => s.EditCheck("Orders", "CK_Orders_State", c => c with { Name = "CK_Other" }), "73", "Orders.CK_Orders_State", Severity.Warning),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_planted_defect_is_found_and_nothing_else(Defect defect)
    {
        var sound = Sound.Schemas[defect.Engine];

        var result = DriftStage.Run(new DriftInput(defect.Plant(sound), sound, Sound.Models[defect.Engine]));

        var finding = Assert.Single(result.Findings);
        Assert.Equal($"MB2{defect.Rule}", finding.Rule);
        Assert.Equal(defect.Object, finding.Object.ToString(), ignoreCase: defect.Rule == "72");
        Assert.Equal(defect.Severity, finding.Severity);
        Assert.Equal(defect.Engine, finding.Engine);
        Assert.Contains(defect.Engine.DisplayName(), finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_is_one_finding_that_names_what_depends_on_it()
    {
        var migrated = Sound.MySql.Without("Customers").WithoutKey("Orders", "FK_Orders_Customers_CustomerId");

        var result = DriftStage.Run(new DriftInput(migrated, Sound.MySql, Sound.Models.MySql));

        Assert.Contains("Orders.FK_Orders_Customers_CustomerId", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_takes_its_index_key_and_check_along()
    {
        var migrated = Sound.MySql.WithoutColumn("Orders", "State")
            .EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Parts = [i.Parts[0]] })
            .Edit("Orders", t => t with { Checks = [] });

        var finding = Assert.Single(DriftStage.Run(new DriftInput(migrated, Sound.MySql, null)).Findings);

        Assert.Equal(("MB211", "Orders.State"), (finding.Rule, finding.Object.ToString()));
        Assert.Contains("IX_Orders_PlacedOn_State", finding.Message, StringComparison.Ordinal);
        Assert.Contains("CK_Orders_State", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_excluded_from_migrations_may_be_there_or_not()
    {
        var model = Sound.Models.MySql with { Tables = [.. Sound.Models.MySql.Tables, new Model.ModelTable { Name = "Foreign", IsExcludedFromMigrations = true }] };
        var migrated = Sound.MySql with { Tables = [.. Sound.MySql.Tables, Sound.MySql.Tables[0] with { Name = "Foreign" }] };

        Assert.Empty(DriftStage.Run(new DriftInput(migrated, Sound.MySql, model)).Findings);
    }

    [Fact]
    public void Raw_views_and_triggers_are_not_drift_but_a_mapped_view_must_exist()
    {
        var migrated = Sound.MySql with
        {
            Views = [new View("Raw", ["A"], "select 1 AS A", IsValid: true)],
            Triggers = [new Trigger("TR", "Orders", "AFTER", "INSERT", "begin end")],
        };
        var model = Sound.Models.MySql with { Views = ["OrderTotals"] };

        var finding = Assert.Single(DriftStage.Run(new DriftInput(migrated, Sound.MySql, model)).Findings);

        Assert.Equal(("MB260", "OrderTotals"), (finding.Rule, finding.Object.ToString()));
    }

    [Theory]
    [InlineData("A,Total", true, null)]
    [InlineData("a,TOTAL,More", true, null)]
    [InlineData("A", true, "MB260")]
    [InlineData("", false, "MB260")]
    public void A_mapped_view_needs_the_columns_that_the_model_reads(string columns, bool isValid, string? rule)
    {
        var migrated = Sound.MySql with { Views = [new View("OrderTotals", columns.Split(',', StringSplitOptions.RemoveEmptyEntries), "select", isValid)] };
        var model = Sound.Models.MySql with { Views = ["OrderTotals"], ViewColumns = new Dictionary<string, IReadOnlyList<string>> { ["OrderTotals"] = ["A", "Total"] } };

        var findings = DriftStage.Run(new DriftInput(migrated, Sound.MySql, model)).Findings;

        Assert.Equal(rule, findings.SingleOrDefault()?.Rule);
        Assert.All(findings, finding => Assert.Contains("the model reads", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Orders", "TR", null)]
    [InlineData("orders", "tr", null)]
    [InlineData("Orders", "Other", Severity.Warning)]
    [InlineData("Customers", "TR", Severity.Error)]
    [InlineData(null, null, Severity.Error)]
    public void A_declared_trigger_must_be_on_its_table(string? table, string? name, Severity? severity)
    {
        var migrated = Sound.MySql with { Triggers = table is null ? [] : [new Trigger(name!, table, "AFTER", "INSERT", "begin end")] };
        var model = Sound.Models.MySql with { Tables = [.. Sound.Models.MySql.Tables.Select(one => one.Name == "Orders" ? one with { Triggers = ["TR"] } : one)] };

        var finding = DriftStage.Run(new DriftInput(migrated, Sound.MySql, model)).Findings.SingleOrDefault();

        Assert.Equal((severity is null ? null : "MB261", severity), (finding?.Rule, finding?.Severity));
    }

    [Fact]
    public void What_the_reader_did_not_understand_of_a_table_is_unverified_unless_both_say_the_same()
    {
        var unread = new UnreadObject("partitioned table", new("Orders"), "PARTITION BY HASH (Id)", "partitions are not compared");
        var migrated = Sound.MySql with { Unread = [unread] };

        var one = DriftStage.Run(new DriftInput(migrated, Sound.MySql, null));
        var both = DriftStage.Run(new DriftInput(migrated, migrated, null));

        Assert.Equal("MB901", Assert.Single(one.Findings).Rule);
        Assert.Equal(Core.Stages.StageStatus.Incomplete, one.Status);
        Assert.Empty(both.Findings);
    }

    [Fact]
    public void What_the_account_may_not_see_is_never_equal()
    {
        var hidden = Sound.MySql with { Unread = [new UnreadObject("foreign keys", null, "", "the account lacks REFERENCES", IsHidden: true)] };

        var result = DriftStage.Run(new DriftInput(hidden, hidden, null));

        Assert.All(result.Findings, finding => Assert.Equal("MB906", finding.Rule));
        Assert.Equal(Core.Stages.StageStatus.Incomplete, result.Status);
    }
}
