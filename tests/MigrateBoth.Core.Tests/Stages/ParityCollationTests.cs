using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

public sealed class ParityCollationTests
{
    [Theory]
    [InlineData(null, "utf8mb4_0900_bin", null)]
    [InlineData(null, "utf8mb4_0900_as_cs", null)]
    [InlineData(null, "utf8mb4_nopad_bin", null)]
    [InlineData("NOCASE", "utf8mb4_0900_as_ci", null)]
    [InlineData("RTRIM", "utf8mb4_bin", null)]
    [InlineData(null, "utf8mb4_bin", Severity.Warning)]
    [InlineData("RTRIM", "utf8mb4_0900_bin", Severity.Warning)]
    [InlineData("NOCASE", "utf8mb4_0900_ai_ci", Severity.Warning)]
    [InlineData("NOCASE", "utf8mb4_unicode_ci", Severity.Warning)]
    [InlineData(null, "utf8mb4_0900_ai_ci", Severity.Error)]
    [InlineData(null, "utf8mb4_uca1400_nopad_ai_ci", Severity.Error)]
    [InlineData("NOCASE", "utf8mb4_bin", Severity.Error)]
    public void A_column_agrees_only_when_the_same_texts_are_equal(string? sqlite, string mySql, Severity? expected)
    {
        var findings = Run(
            Sound.Sqlite.EditColumn("Customers", "Email", c => c with { Collation = sqlite }),
            Sound.MySql.EditColumn("Customers", "Email", c => c with { Collation = mySql }));

        Assert.Equal(expected is null ? [] : [("MB306", "Customers.Email", expected.Value)], findings.Select(f => (f.Rule, f.Object.ToString(), f.Severity)));
    }

    [Fact]
    public void A_character_set_that_lacks_characters_is_said()
    {
        var findings = Run(
            Sound.Sqlite,
            Sound.MySql.EditColumn("Customers", "Email", c => c with { Collation = "latin1_bin", CharacterSet = "latin1" }));

        var finding = Assert.Single(findings);
        Assert.Equal(("MB306", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("characters of latin1 only", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Pomelo gives the model's collation to tables and columns, and leaves the database's default as it was (catalogue row S-59).</summary>
    [Fact]
    public void The_collation_of_most_columns_is_the_databases_whatever_its_default_is()
    {
        var mySql = WithText(Sound.MySql, "utf8mb4_general_ci") with { DefaultCollation = "utf8mb4_0900_ai_ci" };

        var finding = Assert.Single(Run(Sound.Sqlite, mySql));

        Assert.Equal("MB371", finding.Rule);
        Assert.Contains("utf8mb4_general_ci (case-insensitive, accents ignored, trailing blanks ignored)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_differs_from_the_others_is_reported_even_if_it_has_the_database_default()
    {
        var mySql = Sound.MySql.EditColumn("Customers", "Email", c => c with { Collation = "utf8mb4_0900_ai_ci" }) with { DefaultCollation = "utf8mb4_0900_ai_ci" };

        var finding = Assert.Single(Run(Sound.Sqlite, mySql));

        Assert.Equal(("MB306", "Customers.Email", Severity.Error), (finding.Rule, finding.Object.ToString(), finding.Severity));
    }

    [Fact]
    public void A_conflict_clause_that_loses_rows_is_an_error_on_both_levels()
    {
        var sqlite = Sound.Sqlite.Edit("Customers", t => t with { Options = new Dictionary<string, string> { ["on_conflict"] = "unique (Code) replace" } });

        var drift = Assert.Single(DriftStage.Run(new DriftInput(sqlite, Sound.Sqlite, null)).Findings);
        var parity = Assert.Single(Run(sqlite, Sound.MySql));

        Assert.Equal(("MB270", Severity.Error), (drift.Rule, drift.Severity));
        Assert.Equal(("MB370", Severity.Error), (parity.Rule, parity.Severity));
    }

    private static IReadOnlyList<Finding> Run(DatabaseSchema sqlite, DatabaseSchema mySql) =>
        ParityStage.Run(new EnginePair<DatabaseSchema>(sqlite, mySql), Sound.Schemas, Sound.Models).Findings;

    private static DatabaseSchema WithText(DatabaseSchema schema, string collation) => schema with
    {
        Tables =
        [
            .. schema.Tables.Select(t => t with
            {
                Collation = collation,
                Columns = [.. t.Columns.Select(c => c.Collation == "utf8mb4_0900_bin" ? c with { Collation = collation } : c)],
            }),
        ],
    };
}
