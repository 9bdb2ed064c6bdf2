using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

public sealed class HistoryStageTests
{
    private static readonly OperationDescription AddNote = new() { Kind = "AddColumn", Table = "Orders", Name = "Note", Summary = "add column Orders.Note" };

    [Fact]
    public void Pending_changes_name_the_engine_and_the_operations()
    {
        var result = Run(m => m with { PendingOperations = [AddNote], PendingSql = ["ALTER TABLE Orders ADD Note TEXT"] });

        var finding = AssertOne(result, "MB101", "ShopContext", Severity.Error, Engine.MySql);
        Assert.Contains("add column Orders.Note", finding.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public void Pending_changes_without_SQL_are_worth_knowing_and_no_more() =>
        AssertOne(Run(m => m with { PendingOperations = [AddNote] }), "MB108", "ShopContext", Severity.Info, Engine.MySql);

    [Fact]
    public void A_migration_without_a_twin_is_found_on_either_side()
    {
        AssertOne(Run(m => m with { Migrations = [.. m.Migrations.Take(2)] }), "MB102", "20260301000000_AddState", Severity.Error, Engine.MySql);
        AssertOne(Run(m => m with { Migrations = [.. m.Migrations, Sound.Migration("20260401000000_More")] }), "MB102", "20260401000000_More", Severity.Error, Engine.Sqlite);
    }

    [Fact]
    public void Before_the_baseline_a_history_may_be_anything_and_after_it_is_strict()
    {
        // MySQL's first two were squashed into one of another name; the third is a pair.
        var squashed = Sound.Models with { MySql = Sound.Models.MySql with { Migrations = [Sound.Migration("20260102000000_Squashed"), Sound.Models.MySql.Migrations[2]] } };
        var baseline = new HistoryBaseline(Sound.Models.Sqlite.Migrations[1].Id, "20260102000000_Squashed");
        var alone = squashed with { Sqlite = squashed.Sqlite with { Migrations = [.. squashed.Sqlite.Migrations, Sound.Migration("20260401000000_More")] } };

        Assert.NotEmpty(HistoryStage.Run(squashed).Findings);
        Assert.Empty(HistoryStage.Run(squashed, baseline).Findings);
        AssertOne(HistoryStage.Run(alone, baseline), "MB102", "20260401000000_More", Severity.Error, Engine.MySql);
    }

    [Fact]
    public void A_baseline_does_not_hide_pending_changes()
    {
        var models = Sound.Models with { MySql = Sound.Models.MySql with { PendingOperations = [AddNote], PendingSql = ["ALTER TABLE Orders ADD Note TEXT"] } };

        AssertOne(HistoryStage.Run(models, new HistoryBaseline(models.Sqlite.Migrations[^1].Id, models.MySql.Migrations[^1].Id)), "MB101", "ShopContext", Severity.Error, Engine.MySql);
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_an_error_that_names_the_nearest()
    {
        var exception = Assert.Throws<MigrateBothException>(() => HistoryStage.Run(Sound.Models, new HistoryBaseline(null, Sound.Models.MySql.Migrations[1].Id + "s")));

        Assert.Equal((ExitCode.Configuration, "baseline-not-found"), (exception.ExitCode, exception.Code));
        Assert.Contains($"Did you mean '{Sound.Models.MySql.Migrations[1].Id}'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twins_with_other_ids_are_twins() =>
        AssertOne(Run(m => m with { Migrations = [Sound.Migration("20260101000007_Init"), .. m.Migrations.Skip(1)] }), "MB103", "20260101000000_Init", Severity.Warning, null);

    [Fact]
    public void Only_the_migration_that_moved_is_out_of_order()
    {
        var finding = AssertOne(
            Run(m => m with { Migrations = [m.Migrations[2], m.Migrations[0], m.Migrations[1]] }),
            "MB104",
            "20260301000000_AddState",
            Severity.Error,
            null);

        Assert.Equal(("after AddNote", "first"), (finding.Expected, finding.Actual));
    }

    [Fact]
    public void One_time_stamp_under_two_names_is_a_renamed_migration() =>
        AssertOne(Run(m => m with { Migrations = [.. m.Migrations.Take(2), Sound.Migration("20260301000000_AddStatus")] }), "MB105", "20260301000000_AddState", Severity.Error, null);

    [Fact]
    public void A_name_that_occurs_twice_on_one_side_is_found()
    {
        var result = Run(m => m with { Migrations = [.. m.Migrations, Sound.Migration("20260401000000_AddNote")] });

        Assert.Contains(result.Findings, f => f is { Rule: "MB105", Object: { Table: "20260401000000_AddNote", Name: null }, Engine: Engine.MySql });
    }

    [Fact]
    public void Migrations_without_Designer_files_are_one_finding_per_engine() =>
        AssertOne(Run(m => m with { Migrations = [.. m.Migrations.Select(x => x with { HasTargetModel = false })] }), "MB106", "20260101000000_Init", Severity.Info, Engine.MySql);

    [Fact]
    public void A_missing_snapshot_is_said_once_and_not_as_pending_changes() =>
        AssertOne(Run(m => m with { HasSnapshot = false, PendingOperations = [AddNote], PendingSql = ["x"] }), "MB107", "ShopContext", Severity.Error, Engine.MySql);

    [Fact]
    public void A_side_without_migrations_is_said_once_and_not_per_migration() =>
        AssertOne(Run(m => m with { HasSnapshot = false, Migrations = [], PendingOperations = [AddNote], PendingSql = ["x"] }), "MB110", "ShopContext", Severity.Error, Engine.MySql);

    [Fact]
    public void A_context_that_was_made_without_the_applications_options_is_no_secret() =>
        AssertOne(Run(m => m with { MissingOptions = "its factory calls ServerVersion.AutoDetect" }), "MB111", "ShopContext", Severity.Warning, Engine.MySql);

    [Fact]
    public void A_value_that_each_build_makes_anew_is_named_at_its_property_once()
    {
        var value = new UnstableValue("Orders", "Token", "Order.Token", "HasData", "a", "b");

        var finding = AssertOne(Run(m => m with { Unstable = [value, value] }), "MB112", "Orders.Token", Severity.Error, null);
        Assert.Contains("HasData gives Order.Token a different value each time", finding.Message, StringComparison.Ordinal);
        Assert.Equal(new FindingSides("expected", "found"), finding.Sides);
        Assert.Empty(Run(m => m).Findings);
    }

    [Theory]
    [InlineData("CLR type", Severity.Error)]
    [InlineData("stored CLR type", Severity.Warning)]
    [InlineData("nullability", Severity.Error)]
    [InlineData("maximum length", Severity.Warning)]
    [InlineData("precision", Severity.Warning)]
    [InlineData("scale", Severity.Warning)]
    [InlineData("default value", Severity.Error)]
    [InlineData("default SQL", Severity.Info)]
    [InlineData("computed SQL", Severity.Info)]
    [InlineData("storage of the computed value", Severity.Error)]
    public void A_facet_that_differs_between_the_models_is_found(string facet, Severity severity)
    {
        var column = facet is "computed SQL" or "storage of the computed value" ? "Label" : facet == "default SQL" ? "CreatedAt" : "Total";
        var result = Run(m => m.EditColumn("Orders", column, c => facet switch
        {
            "CLR type" => c with { ClrType = "double" },
            "stored CLR type" => c with { ProviderClrType = "double" },
            "nullability" => c with { IsNullable = !c.IsNullable },
            "maximum length" => c with { MaxLength = 7 },
            "precision" => c with { Precision = 7 },
            "scale" => c with { Scale = 7 },
            "default value" => c with { DefaultValue = "7" },
            "default SQL" => c with { DefaultSql = "(uuid())" },
            "computed SQL" => c with { ComputedSql = "lower(Note)" },
            _ => c with { IsStored = false },
        }));

        Assert.Contains($"The {facet} of", AssertOne(result, "MB109", $"Orders.{column}", severity, null).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s", "t", null, Severity.Error)]
    [InlineData("s", null, null, Severity.Error)]
    [InlineData(null, "t", null, Severity.Error)]
    [InlineData("s", "s", "Cipher", Severity.Info)]
    [InlineData("s", "s", null, null)]
    public void Code_of_the_model_that_differs_is_found(string? sqlite, string? mySql, string? opaque, Severity? severity)
    {
        static IReadOnlyList<ModelExpression> Of(string? structure, string? opaque) =>
            structure is null ? [] : [new ModelExpression(new("Order", "Total"), "value converter", "v => v", structure, opaque)];
        var models = new EnginePair<EngineModel>(Sound.Models.Sqlite with { Expressions = Of(sqlite, opaque) }, Sound.Models.MySql with { Expressions = Of(mySql, opaque) });

        var finding = HistoryStage.Run(models).Findings.SingleOrDefault();

        Assert.Equal((severity is null ? null : "MB109", severity), (finding?.Rule, finding?.Severity));
    }

    [Fact]
    public void A_char_that_one_provider_stores_through_a_string_is_the_same()
    {
        var models = new EnginePair<EngineModel>(
            Sound.Models.Sqlite.EditColumn("Orders", "State", c => c with { ClrType = "char", ProviderClrType = "char" }),
            Sound.Models.MySql.EditColumn("Orders", "State", c => c with { ClrType = "char", ProviderClrType = "string" }));

        Assert.Empty(HistoryStage.Run(models).Findings);
    }

    [Fact]
    public void A_table_a_column_and_a_check_in_one_model_only_are_found()
    {
        Assert.Contains(Run(m => m with { Tables = [m.Tables[0]] }).Findings, f => f is { Rule: "MB109", Object: { Table: "Orders", Name: null }, Engine: Engine.MySql });
        Assert.Contains(
            Run(m => m with { Tables = [m.Tables[0], m.Tables[1] with { Columns = [.. m.Tables[1].Columns.Skip(1)] }] }).Findings,
            f => f is { Rule: "MB109", Object: { Table: "Orders", Name: "Id" }, Engine: Engine.MySql });
        Assert.Contains(
            Run(m => m with { Tables = [m.Tables[0], m.Tables[1] with { Checks = [] }] }).Findings,
            f => f is { Rule: "MB109", Object: { Table: "Orders", Name: "CK_Orders_State" }, Severity: Severity.Warning });
    }

    [Fact]
    public void Histories_of_very_different_length_are_paired_in_order()
    {
        var many = Enumerable.Range(1, 400).Select(i => Sound.Migration($"2026{i:0000000000}_M{i}")).ToList();
        var models = new EnginePair<EngineModel>(Sound.Models.Sqlite with { Migrations = many }, Sound.Models.MySql with { Migrations = [.. many.Skip(250)] });

        var result = HistoryStage.Run(models);

        Assert.Equal(250, result.Findings.Count(f => f.Rule == "MB102"));
        Assert.DoesNotContain(result.Findings, f => f.Rule == "MB104");
    }

    private static StageResult Run(Func<EngineModel, EngineModel> editMySql) =>
        HistoryStage.Run(Sound.Models with { MySql = editMySql(Sound.Models.MySql) });

    private static Finding AssertOne(StageResult result, string rule, string subject, Severity severity, Engine? engine)
    {
        var finding = Assert.Single(result.Findings);
        Assert.Equal((rule, subject, severity, engine), (finding.Rule, finding.Object.ToString(), finding.Severity, finding.Engine));
        return finding;
    }
}
