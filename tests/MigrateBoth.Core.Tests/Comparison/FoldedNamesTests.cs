using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Comparison;

/// <summary>A server with lower_case_table_names, compared with one without.</summary>
public sealed class FoldedNamesTests
{
    private const string View = "select `Orders`.`Id` AS `Id` from `Orders`";

    [Theory]
    [InlineData(false, true, 0)]
    [InlineData(true, false, 0)]
    [InlineData(false, false, 1)]
    public void The_case_of_a_table_in_a_view_says_nothing_where_either_server_folds(bool foldsLeft, bool foldsRight, int differences)
    {
        var (left, right) = (With("OpenOrders", View, foldsLeft), With("OpenOrders", View.Replace("`Orders`", "`orders`", StringComparison.Ordinal), foldsRight));

        Assert.Equal(differences, SchemaComparer.Compare(left, right, SameEngineProfile.Full).Differences.Count(difference => difference.Kind == DifferenceKind.View));
    }

    [Fact]
    public void What_cannot_be_read_is_matched_whatever_the_case_of_its_table()
    {
        static DatabaseSchema Unread(string table) => Sound.MySql with { Unread = [new UnreadObject("partitioned table", new ObjectPath(table), "BY HASH", "not compared") { IsPartial = true }] };

        var difference = Assert.Single(SchemaComparer.Compare(Unread("Orders"), Unread("orders"), SameEngineProfile.Full).Differences);

        Assert.Equal(("BY HASH", "BY HASH"), (difference.Left, difference.Right));
    }

    private static DatabaseSchema With(string name, string definition, bool folds) =>
        Sound.MySql with { FoldsTableNames = folds, Views = [new View(name, ["Id"], definition, IsValid: true)] };
}
