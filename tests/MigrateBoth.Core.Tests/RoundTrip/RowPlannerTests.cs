using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using static MigrateBoth.Core.Tests.RoundTrip.RoundTripFixture;

namespace MigrateBoth.Core.Tests.RoundTrip;

public sealed class RowPlannerTests
{
    private static readonly Dictionary<string, TableRows> NoRows = [];

    [Fact]
    public void Rows_hold_the_values_that_hurt()
    {
        var table = OnBoth(Table("T", ["Id"], Column("Id", "int"), Column("Name", "varchar(10)", isNullable: true), Column("Price", "decimal(6,2)"), Column("At", "datetime(6)")));

        var rows = RowPlanner.Plan(table, 0, NoRows, []).Rows!;

        Assert.Equal(RowPlanner.RowsPerTable, rows.Rows.Count);
        var names = rows.Rows.Select(row => row[rows.IndexOf("Name")]).ToList();
        Assert.Contains(string.Empty, names);
        Assert.Contains(null, names);
        Assert.Contains(names, name => name?.Length == 10 && name.Any(c => c > 127));
        Assert.True(names.Distinct().Count() < names.Count); // Equal values where nothing is unique.
        Assert.Contains(rows.Rows, row => row[rows.IndexOf("Price")] == "-9999.99");
        Assert.Contains(rows.Rows, row => row[rows.IndexOf("At")] == "0001-01-01 00:00:00");
        Assert.Contains(rows.Rows, row => row[rows.IndexOf("At")] == "9999-12-31 23:59:59.999999");
    }

    [Fact]
    public void Keys_and_unique_indexes_are_satisfied_and_every_fill_has_other_keys()
    {
        var table = OnBoth(Table("T", ["A", "B"], Column("A", "int"), Column("B", "varchar(3)"), Column("Code", "varchar(2)")) with
        {
            Indexes = [new TableIndex { Name = "IX", IsUnique = true, Parts = [new IndexPart { Column = "Code" }] }],
        });

        var all = Enumerable.Range(0, 5).SelectMany(time => RowPlanner.Plan(table, time, NoRows, []).Rows!.Rows).ToList();

        Assert.Equal(30, all.Select(row => $"{row[0]}|{row[1]}").Distinct().Count());
        Assert.Equal(30, all.Select(row => row[2]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Two_runs_make_the_same_rows()
    {
        var table = OnBoth(Table("T", ["Id"], Column("Id", "char(36)"), Column("Data", "longblob"), Column("Ratio", "double")));

        Assert.Equal(RowPlanner.Plan(table, 1, NoRows, []).Rows!.Rows.SelectMany(row => row), RowPlanner.Plan(table, 1, NoRows, []).Rows!.Rows.SelectMany(row => row));
    }

    [Fact]
    public void Foreign_keys_refer_to_rows_that_are_there_and_principals_come_first()
    {
        var parent = OnBoth(Table("Z", ["Id"], Column("Id", "int")));
        var child = OnBoth(Table("A", ["Id"], Column("Id", "int"), Column("ZId", "int"), Column("SelfId", "int", isNullable: true)) with
        {
            ForeignKeys = [Reference("ZId", "Z"), Reference("SelfId", "A")],
        });
        Assert.Equal(["Z", "A"], RowPlanner.InOrder([child, parent]).Select(group => group[0].Name));

        var known = new Dictionary<string, TableRows> { ["Z"] = RowsOf("Id", ["7"], ["8"]) };
        var rows = RowPlanner.Plan(child, 0, known, []).Rows!;

        Assert.All(rows.Rows, row => Assert.Contains(row[rows.IndexOf("ZId")], new[] { "7", "8" }));
        var ids = rows.Rows.Select(row => row[rows.IndexOf("Id")]).ToHashSet();
        Assert.All(rows.Rows, row => Assert.True(row[rows.IndexOf("SelfId")] is not { } self || ids.Contains(self)));
    }

    [Fact]
    public void Tables_that_refer_to_each_other_come_together()
    {
        var left = OnBoth(Table("L", ["Id"], Column("Id", "int"), Column("RId", "int")) with { ForeignKeys = [Reference("RId", "R")] });
        var right = OnBoth(Table("R", ["Id"], Column("Id", "int"), Column("LId", "int")) with { ForeignKeys = [Reference("LId", "L")] });
        var beside = OnBoth(Table("B", ["Id"], Column("Id", "int"), Column("LId", "int")) with { ForeignKeys = [Reference("LId", "L")] });

        var groups = RowPlanner.InOrder([beside, left, right]);

        Assert.Equal(["L", "R"], groups[0].Select(table => table.Name).Order());
        Assert.Equal("B", Assert.Single(groups[1]).Name);
    }

    [Fact]
    public void A_table_without_possible_rows_says_why()
    {
        var orphan = OnBoth(Table("A", ["Id"], Column("Id", "int"), Column("ZId", "int")) with { ForeignKeys = [Reference("ZId", "Z")] });
        Assert.Equal("it refers to Z, which has no rows", RowPlanner.Plan(orphan, 0, NoRows, []).Reason);

        var place = OnBoth(Table("P", ["Id"], Column("Id", "int"), Column("Where", "geometry")));
        Assert.Contains("geometry", RowPlanner.Plan(place, 0, NoRows, []).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Status IN ('new', 'paid')", "Status", "paid")]
    [InlineData("Size BETWEEN 10 AND 20", "Size", "11")]
    [InlineData("length(Status) = 3", "Status", "AAA")]
    public void What_a_check_mentions_is_tried(string check, string column, string expected)
    {
        var table = OnBoth(Table("T", ["Id"], Column("Id", "int"), Column("Status", "varchar(20)"), Column("Size", "int")) with { Checks = [new CheckConstraint("CK", check)] });
        string[] columns = ["Id", "Size", "Status"];

        Assert.Contains(CheckCandidates.Of(table, columns, ["1", "-5", "x"]), row => row[Array.IndexOf(columns, column)] == expected);
    }

    [Theory]
    [InlineData("CHECK constraint failed: CK_Size", "Size")]
    [InlineData("Check constraint 'CK_Size' is violated.", "Size")]
    [InlineData("CHECK constraint failed: Status <> 'old'", "Status")]
    public void Only_what_the_refusing_check_mentions_is_changed(string message, string expected)
    {
        var table = OnBoth(Table("T", ["Id"], Column("Id", "int"), Column("Status", "varchar(20)"), Column("Size", "int")) with
        {
            Checks = [new CheckConstraint("CK_Siz", "Status = 'new'"), new CheckConstraint("CK_Size", "Size > 5"), new CheckConstraint(null, "Status <> 'old'")],
        });
        string[] columns = ["Id", "Size", "Status"];
        string[] row = ["1", "-5", "x"];

        var candidates = CheckCandidates.Of(table, columns, row, CheckCandidates.Named(table, message)).ToList();

        Assert.NotEmpty(candidates);
        Assert.All(candidates, candidate => Assert.All(columns, column => Assert.True(column == expected || candidate[Array.IndexOf(columns, column)] == row[Array.IndexOf(columns, column)])));
    }

    [Fact]
    public void A_refusal_for_another_reason_names_no_check() => Assert.Null(CheckCandidates.Named(
        OnBoth(Table("T", ["Id"], Column("Id", "int")) with { Checks = [new CheckConstraint("CK_Size", "Id > 5")] }), "Out of range value for column 'Size' at row 1"));

    private static ForeignKey Reference(string column, string table) => new()
    {
        Columns = [column],
        PrincipalTable = table,
        PrincipalColumns = ["Id"],
        OnDelete = ReferentialAction.Restrict,
        OnUpdate = ReferentialAction.NoAction,
    };
}
