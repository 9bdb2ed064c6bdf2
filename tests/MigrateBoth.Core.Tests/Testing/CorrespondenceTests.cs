using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Tests.Testing;

/// <summary>Values that must differ are excused; a real difference next to them, or hidden by them, is not.</summary>
public sealed class CorrespondenceTests
{
    private const string Guid1 = "g:0f8fad5b-d9cb-469f-a165-70867728950e";
    private const string Guid2 = "g:7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private const string Guid3 = "g:1b4e28ba-2fa1-41d2-883f-0016d3cca427";
    private const string Guid4 = "g:6fa459ea-ee8a-4ca4-894e-db77e160355e";

    [Fact]
    public void Keys_that_the_database_made_may_have_gaps() => Assert.Empty(Recorded.Rules(
        [.. Recorded.Save(1, "n:1", "s:a"), Read(["n:1", "s:a"])],
        [.. Recorded.Save(1, "n:5", "s:a"), Read(["n:5", "s:a"])]));

    [Fact]
    public void A_gap_hides_no_other_value_of_the_row() => Assert.Equal(["MB614"], Recorded.Rules(
        [.. Recorded.Save(1, "n:1", "s:a"), Read(["n:1", "s:a"])],
        [.. Recorded.Save(1, "n:5", "s:a"), Read(["n:5", "s:b"])]));

    [Fact]
    public void A_gap_hides_no_other_row() => Assert.NotEmpty(Recorded.Rules(
        [.. Recorded.Save(1, "n:1", "s:a"), .. Recorded.Save(3, "n:2", "s:b"), Read(["n:1"])],
        [.. Recorded.Save(1, "n:5", "s:a"), .. Recorded.Save(3, "n:6", "s:b"), Read(["n:6"])]));

    [Fact]
    public void Equal_keys_of_different_rows_are_different() => Assert.NotEmpty(Recorded.Rules(
        [.. Recorded.Save(1, "n:1", "s:a"), .. Recorded.Save(3, "n:2", "s:b"), Read(["n:2"])],
        [.. Recorded.Save(1, "n:2", "s:a"), .. Recorded.Save(3, "n:3", "s:b"), Read(["n:2"])]));

    [Fact]
    public void A_key_without_an_insert_is_compared_literally() =>
        Assert.Equal(["MB614"], Recorded.Rules([Read(["n:1"])], [Read(["n:2"])]));

    [Fact]
    public void Keys_of_two_tables_in_one_command_are_paired_each_with_its_own() => Assert.Equal(["MB614"], Recorded.Rules(
        [.. SaveTwoTables("n:1", "n:1"), Read(["n:1"]), ReadLine("n:1")],
        [.. SaveTwoTables("n:5", "n:9"), Read(["n:5"]), ReadLine("n:5")]));

    [Fact]
    public void Random_Guids_that_the_test_wrote_are_paired() => Assert.Empty(Recorded.Rules(
        [.. Recorded.Save(1, "n:1", Guid1), Value(Guid1)],
        [.. Recorded.Save(1, "n:1", Guid2), Value(Guid2)]));

    [Fact]
    public void A_Guid_of_another_row_does_not() => Assert.NotEmpty(Recorded.Rules(
        [.. Recorded.Save(1, "n:1", Guid1), .. Recorded.Save(3, "n:2", Guid2), Value(Guid1)],
        [.. Recorded.Save(1, "n:1", Guid3), .. Recorded.Save(3, "n:2", Guid4), Value(Guid4)]));

    [Fact]
    public void A_Guid_that_the_test_did_not_write_is_compared_literally() => Assert.Equal(["MB614"], Recorded.Rules([Value(Guid1)], [Value(Guid2)]));

    [Fact]
    public void A_Guid_that_is_not_random_is_a_value_like_any_other() => Assert.Contains("MB618", Recorded.Rules(
        Recorded.Save(1, "n:1", "g:00000000-0000-0000-0000-000000000001"), Recorded.Save(1, "n:1", "g:00000000-0000-0000-0000-000000000002")));

    private static RecordedStep[] SaveTwoTables(string order, string line)
    {
        var steps = Recorded.Save(1, order, "s:a");
        return
        [
            steps[0],
            (RecordedCommand)steps[1] with { MoreResults = [new RecordedResult([new RecordedColumn("Id", "Lines.Id", ColumnRole.GeneratedKey)], [[line]], 1, null)] },
        ];
    }

    private static RecordedCommand ReadLine(string key) =>
        Recorded.Query([[key]], "DbSet<Line>()") with { Columns = [new RecordedColumn("Id", "Lines.Id", ColumnRole.GeneratedKey)] };

    private static RecordedCommand Read(string?[] row) => Recorded.Query([row], role: ColumnRole.GeneratedKey);

    private static RecordedCommand Value(string value) => Recorded.Query([["n:1", value]]);
}
