using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

public sealed class DiffStageTests
{
    private const string A = "migrations:mysql";
    private const string B = "mysql:app@db:3306/shop";

    public static TheoryData<Defect> All => [.. Defects.OnBoth];

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public void Two_equal_databases_differ_in_nothing(Engine engine)
    {
        var result = DiffStage.Run(Database(A, Sound.Schemas[engine]), Database(B, Sound.Schemas[engine]), null, null);

        Assert.Empty(result.Findings);
        Assert.Equal((StageNames.Drift, StageStatus.Passed), (result.Name, result.Status));
        Assert.True(result.Checked > 100, $"{result.Checked}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_defect_is_described_with_the_names_of_the_two_sides(Defect defect)
    {
        var sound = Sound.Schemas[defect.Engine];

        var result = DiffStage.Run(new DiffSide(A, DiffSource.Migrations, sound), Database(B, defect.Plant(sound)), null, null);

        var finding = Assert.Single(result.Findings);
        Assert.Equal(($"MB2{defect.Rule}", defect.Severity), (finding.Rule, finding.Severity));
        Assert.Contains(A, finding.Message, StringComparison.Ordinal);
        Assert.Contains(B, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the model", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the migrations", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_difference_can_be_told_from_either_side(Defect defect)
    {
        var sound = Sound.Schemas[defect.Engine];

        var there = DiffStage.Run(Database(A, sound), Database(B, defect.Plant(sound)), null, null);
        var back = DiffStage.Run(Database(A, defect.Plant(sound)), Database(B, sound), null, null);

        Assert.Equal(Assert.Single(there.Findings).Expected, Assert.Single(back.Findings).Actual);
        Assert.Equal(there.Findings[0].Actual, back.Findings[0].Expected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_project_builds_is_judged_as_verify_judges_it_whatever_the_order(bool modelFirst)
    {
        var model = new DiffSide("model:mysql", DiffSource.Model, Sound.MySql);
        var migrations = new DiffSide("migrations:mysql", DiffSource.Migrations, Sound.MySql.WithoutColumn("Orders", "Note"));

        var result = modelFirst ? DiffStage.Run(model, migrations, Sound.Models, null) : DiffStage.Run(migrations, model, Sound.Models, null);

        Assert.Equal(DriftStage.Run(new DriftInput(migrations.Schema, model.Schema, Sound.Models.MySql)).Findings, result.Findings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Across_the_engines_SQLite_is_the_expected_side_whatever_the_order(bool sqliteFirst)
    {
        var sqlite = Database("sqlite:a.db", Sound.Sqlite);
        var mySql = Database(B, Sound.MySql.WithoutColumn("Orders", "Note"));

        var result = sqliteFirst ? DiffStage.Run(sqlite, mySql, null, null) : DiffStage.Run(mySql, sqlite, null, null);

        Assert.Equal(StageNames.Parity, result.Name);
        Assert.Contains(result.Findings, finding => finding is { Rule: "MB311", Object: { Table: "Orders", Name: "Note" }, Actual: null, Expected: not null });
    }

    [Fact]
    public void Without_a_model_sound_databases_of_two_engines_have_no_error()
    {
        var result = DiffStage.Run(Database("sqlite:a.db", Sound.Sqlite), Database(B, Sound.MySql), null, null);

        Assert.DoesNotContain(result.Findings, finding => finding.Rule is "MB301" or "MB903");
    }

    [Fact]
    public void Views_triggers_and_routines_count_between_databases_and_not_against_a_model()
    {
        var changed = Sound.MySql with
        {
            Views = [new View("Raw", ["A"], "select 1 AS A", IsValid: true)],
            Triggers = [new Trigger("TR", "Orders", "AFTER", "INSERT", "begin end")],
            Unread = [new UnreadObject("routine", new("Cleanup"), "begin end", "a procedure cannot be compared")],
        };

        var againstDatabase = DiffStage.Run(Database(A, Sound.MySql), Database(B, changed), null, null);
        var againstModel = DiffStage.Run(new DiffSide("model:mysql", DiffSource.Model, Sound.MySql), Database(B, changed), Sound.Models, null);
        var same = DiffStage.Run(Database(A, changed), Database(B, changed), null, null);

        Assert.Equal(["MB260", "MB261", "MB901"], againstDatabase.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal));
        Assert.Empty(againstModel.Findings);
        Assert.Empty(same.Findings);
    }

    [Fact]
    public void A_view_that_the_model_reads_must_be_in_the_database()
    {
        var models = new EnginePair<EngineModel>(Sound.Models.Sqlite, Sound.Models.MySql with { Views = ["OrderTotals"] });

        var result = DiffStage.Run(new DiffSide("model:mysql", DiffSource.Model, Sound.MySql), Database(B, Sound.MySql), models, null);

        Assert.Equal(("MB260", "OrderTotals"), (Assert.Single(result.Findings).Rule, result.Findings[0].Object.ToString()));
    }

    [Fact]
    public void Tables_that_the_model_leaves_to_others_are_left_out()
    {
        var model = Sound.Models.MySql with { Tables = [.. Sound.Models.MySql.Tables, new ModelTable { Name = "Foreign", IsExcludedFromMigrations = true }] };
        var database = Sound.MySql with { Tables = [.. Sound.MySql.Tables, Sound.MySql.Tables[0] with { Name = "Foreign" }] };

        var result = DiffStage.Run(
            new DiffSide(A, DiffSource.Migrations, Sound.MySql), Database(B, database), new EnginePair<EngineModel>(Sound.Models.Sqlite, model), null);

        Assert.Empty(result.Findings);
    }

    [Fact]
    public void What_the_account_may_not_see_is_never_equal_and_says_on_which_side()
    {
        var hidden = Sound.MySql with { Unread = [new UnreadObject("triggers", null, "", "the account lacks TRIGGER; run: GRANT TRIGGER", IsHidden: true)] };

        var result = DiffStage.Run(Database(A, Sound.MySql), Database(B, hidden), null, null);

        var finding = Assert.Single(result.Findings);
        Assert.Equal("MB906", finding.Rule);
        Assert.Contains(B, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(A, finding.Message, StringComparison.Ordinal);
        Assert.Equal(StageStatus.Incomplete, result.Status);
    }

    [Theory]
    [InlineData("MySQL", "8.0.36", "info")]
    [InlineData("MySQL", "9.7.4", "warning")]
    [InlineData("MariaDB", "8.4.6", "warning")]
    public void Servers_that_write_their_catalogs_differently_are_named(string vendor, string version, string severity)
    {
        var result = DiffStage.Run(Database(A, Sound.MySql), Database(B, Sound.MySql with { Server = new ServerIdentity(vendor, version) }), null, null);

        var finding = result.Findings.Single(finding => finding.Rule == "MB904");
        Assert.Equal(severity, finding.Severity.ToString(), ignoreCase: true);
        Assert.Contains($"{vendor} {version}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "utf8mb4_unicode_ci", false)]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_0900_bin", false)]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_0900_ai_ci", false)]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_unicode_ci", true)]
    public void The_default_collation_of_a_database_is_held_against_the_model_and_not_against_that_of_a_scratch_database(string? model, string live, bool isFound)
    {
        var models = new EnginePair<EngineModel>(Sound.Models.Sqlite, Sound.Models.MySql with { Collation = model });
        var built = new DiffSide(A, DiffSource.Migrations, Sound.MySql with { DefaultCollation = "utf8mb4_0900_ai_ci" });

        var result = DiffStage.Run(built, Database(B, Sound.MySql with { DefaultCollation = live }), models, null);

        Assert.Equal(isFound ? [$"MB271 {model} {live}"] : [], result.Findings.Select(finding => $"{finding.Rule} {finding.Expected} {finding.Actual}"));
    }

    [Theory]
    [InlineData(null, "utf8mb4_0900_ai_ci", "utf8mb4_0900_ai_ci", "")]
    [InlineData(null, "utf8mb4_0900_ai_ci", "utf8mb4_0900_bin", "MB271 utf8mb4_0900_ai_ci")]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_0900_ai_ci", "utf8mb4_0900_ai_ci", "")]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_0900_ai_ci", "utf8mb4_0900_bin", "")]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_0900_bin", "utf8mb4_0900_ai_ci", "MB271 utf8mb4_0900_bin")]
    [InlineData("utf8mb4_0900_bin", "utf8mb4_0900_ai_ci", "utf8mb3_general_ci", "MB271 utf8mb4_0900_bin")]
    public void Model_and_migrations_agree_on_a_database_default_that_the_provider_left_there(string? stated, string fromModel, string migrated, string finding)
    {
        var models = new EnginePair<EngineModel>(Sound.Models.Sqlite, Sound.Models.MySql with { Collation = stated });
        var (model, migrations) = (new DiffSide("model:mysql", DiffSource.Model, With(fromModel)), new DiffSide("migrations:mysql", DiffSource.Migrations, With(migrated)));

        var results = new[] { DiffStage.Run(model, migrations, models, null), DiffStage.Run(migrations, model, models, null), DriftStage.Run(new DriftInput(With(migrated), With(fromModel), models.MySql)) };

        Assert.All(results, result => Assert.Equal(finding, string.Join(", ", result.Findings.Select(one => $"{one.Rule} {one.Expected}"))));

        static DatabaseSchema With(string collation) => Sound.MySql with { DefaultCollation = collation, DefaultCharacterSet = collation.Split('_')[0] };
    }

    [Theory]
    [InlineData(true, "every migration is recorded there")]
    [InlineData(false, "apply the migrations that are not applied there yet")]
    public void Advice_recommends_applying_migrations_only_when_some_are_pending(bool isUpToDate, string advice)
    {
        var live = Database(B, Sound.MySql with { Tables = [.. Sound.MySql.Tables.Skip(1)] });

        var result = DiffStage.Run(new DiffSide(A, DiffSource.Migrations, Sound.MySql), live, Sound.Models, null, isUpToDate: isUpToDate);

        Assert.NotEmpty(result.Findings);
        Assert.All(result.Findings, finding => Assert.Contains(advice, finding.Advice, StringComparison.Ordinal));
    }

    private static DiffSide Database(string name, DatabaseSchema schema) => new(name, DiffSource.Database, schema);
}
