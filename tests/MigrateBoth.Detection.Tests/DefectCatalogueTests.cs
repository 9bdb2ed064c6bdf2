using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Defects;
using MigrateBoth.Detection.Tests.Planting;

namespace MigrateBoth.Detection.Tests;

public sealed class DefectCatalogueTests
{
    [Fact]
    public void Every_kind_is_planted()
    {
        var planted = DefectCatalogue.All.Select(defect => defect.Kind).ToHashSet();

        Assert.Empty(Enum.GetValues<DefectKind>().Except(planted));
        Assert.InRange(planted.Count, 60, int.MaxValue);
    }

    [Fact]
    public void Every_defect_has_a_name_of_its_own_and_something_to_be_found()
    {
        Assert.Equal(DefectCatalogue.All.Count, DefectCatalogue.All.Select(defect => defect.Name).Distinct().Count());
        Assert.All(DefectCatalogue.All, defect => Assert.NotEmpty(defect.ExpectedItems));
        Assert.All(DefectCatalogue.All, defect => Assert.NotEmpty(defect.Steps));
    }

    [Fact]
    public void A_rewrite_that_changes_nothing_is_an_error()
    {
        Assert.Throws<InvalidOperationException>(() => new Rewrite("T", "(B)", "(C)").Apply("CREATE TABLE T (A)"));
        Assert.Throws<InvalidOperationException>(() => new Rewrite("T", "A", "C").Apply("CREATE TABLE T (A, A2)"));
        Assert.Equal("CREATE TABLE T (C)", new Rewrite("T", "(A)", "(C)").Apply("CREATE TABLE T (A)"));
    }

    /// <summary>A new entry here is a decision: the gate lets these pass unless it is asked to fail on less than errors.</summary>
    [Fact]
    public void Only_these_defects_are_less_than_an_error_by_default()
    {
        var mild = DefectCatalogue.All.Where(defect => defect.ExpectedItems.All(item => item.Severity < Severity.Error))
            .Select(defect => defect.Kind)
            .Distinct();

        Assert.Equal(
            [
                DefectKind.TableOption,
                DefectKind.TableCollation,
                DefectKind.TableComment,
                DefectKind.DatabaseCollation,
                DefectKind.ColumnNameCase,
                DefectKind.DefaultResidue,
                DefectKind.ColumnComment,
                DefectKind.ColumnVisibility,
                DefectKind.ColumnOnUpdate,
                DefectKind.ExtraIndex,
                DefectKind.IndexDirection,
                DefectKind.IndexFilter,
                DefectKind.IndexPrefix,
                DefectKind.IndexVisibility,
                DefectKind.IndexMethod,
                DefectKind.IndexName,
                DefectKind.IndexComment,
                DefectKind.DeleteAction,
                DefectKind.ForeignKeyName,
                DefectKind.CheckName,
            ],
            mild.Order());
    }
}
