using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>
/// docs/limits.md says what becomes of features that only raw SQL makes, between two databases of one engine and against SQLite without
/// a model. Each is made on a real server, and the page is held to what is found.
/// </summary>
public abstract partial class RawFeatureTests(ServerFixture fixture)
{
    private const string Before = """
        CREATE TABLE `T` (`Id` int NOT NULL PRIMARY KEY, `A` int NULL, `S` varchar(20) NULL, `U` datetime(6) NULL);
        CREATE INDEX `IX` ON `T` (`A`);
        """;

    /// <summary>The same table as SQLite has it.</summary>
    private static readonly DatabaseSchema Sqlite = new()
    {
        Engine = Engine.Sqlite,
        Server = new ServerIdentity("SQLite", "3.50.4"),
        Tables =
        [
            new Table
            {
                Name = "T",
                Columns = [Column("Id", 1, "INTEGER", isNullable: false), Column("A", 2, "INTEGER"), Column("S", 3, "TEXT"), Column("U", 4, "TEXT")],
                PrimaryKey = new PrimaryKey(null, ["Id"]),
                Indexes = [new TableIndex { Name = "IX", IsUnique = false, Parts = [new IndexPart { Column = "A" }] }],
            },
        ],
    };

    /// <summary>The statement that makes a feature of the page on this server; features that it does not have are left out.</summary>
    protected abstract IReadOnlyDictionary<string, string> Features { get; }

    /// <summary>What every server understands.</summary>
    protected static Dictionary<string, string> Common { get; } = new(StringComparer.Ordinal)
    {
        ["unsigned"] = "ALTER TABLE `T` MODIFY `A` int unsigned NULL",
        ["tinyint(1)"] = "ALTER TABLE `T` MODIFY `A` tinyint(1) NULL",
        ["enum"] = "ALTER TABLE `T` MODIFY `S` enum('a','b') NULL",
        ["set"] = "ALTER TABLE `T` MODIFY `S` set('a','b') NULL",
        ["spatial type"] = "ALTER TABLE `T` DROP `U`, ADD `U` point NULL",
        ["spatial index"] = "ALTER TABLE `T` DROP `U`, ADD `U` point NOT NULL; CREATE SPATIAL INDEX `SX` ON `T` (`U`)",
        ["full-text index"] = "CREATE FULLTEXT INDEX `FX` ON `T` (`S`)",
        ["prefix index"] = "CREATE INDEX `PX` ON `T` (`S`(5))",
        ["descending index"] = "DROP INDEX `IX` ON `T`; CREATE INDEX `IX` ON `T` (`A` DESC)",
        ["character set of a column"] = "ALTER TABLE `T` MODIFY `S` varchar(20) CHARACTER SET latin1 NULL",
        ["storage engine"] = "ALTER TABLE `T` ENGINE = MyISAM",
        ["ON UPDATE CURRENT_TIMESTAMP"] = "ALTER TABLE `T` MODIFY `U` datetime(6) NULL ON UPDATE CURRENT_TIMESTAMP(6)",
        ["generated column"] = "ALTER TABLE `T` DROP `U`, ADD `U` datetime(6) GENERATED ALWAYS AS (`S`) VIRTUAL",
        ["partitions"] = "ALTER TABLE `T` PARTITION BY HASH (`Id`) PARTITIONS 2",
        ["trigger"] = "CREATE TRIGGER `TR` BEFORE INSERT ON `T` FOR EACH ROW SET NEW.`A` = 1",
        ["event"] = "CREATE EVENT `E` ON SCHEDULE EVERY 1 DAY DO SELECT 1",
        ["routine"] = "CREATE PROCEDURE `R`() SELECT 1",
        ["view"] = "CREATE VIEW `V` AS SELECT `Id` FROM `T`",
    };

    [Fact]
    public async Task What_the_page_says_of_features_that_only_raw_SQL_makes_is_so()
    {
        var documented = Page();
        Assert.Empty(Features.Keys.Except(documented.Keys));
        await using var before = await fixture.ScratchAsync(Before);
        var plain = await fixture.Engine.Reader.ReadAsync(before.ConnectionString, CancellationToken.None);
        Assert.Empty(Rules(plain, plain));
        Assert.Equal("", Rules(Sqlite, plain));

        var actual = new List<string>();
        var expected = new List<string>();
        foreach (var (feature, sql) in Features)
        {
            var changed = await fixture.ReadAsync([Before, .. sql.Split("; ")]);
            actual.Add($"{feature}: {Rules(plain, changed)} | {Rules(Sqlite, changed)}");
            expected.Add($"{feature}: {documented[feature].OneEngine} | {documented[feature].Across}");

            // Two databases that both have it are equal, whatever is not understood of it.
            Assert.Equal($"{feature}: ", $"{feature}: {Rules(changed, changed)}");
        }

        Assert.True(expected.SequenceEqual(actual), $"found, and not what the page says:\n{string.Join('\n', actual.Except(expected))}");
    }

    private static string Rules(DatabaseSchema left, DatabaseSchema right) => string.Join(", ", DiffStage
        .Run(new DiffSide("A", DiffSource.Database, left), new DiffSide("B", DiffSource.Database, right), null, null).Findings
        .Select(finding => finding.Rule)
        // How the databases compare text by default is no matter of the feature.
        .Where(rule => rule != "MB371")
        .Distinct()
        .Order(StringComparer.Ordinal));

    private static Dictionary<string, (string OneEngine, string Across)> Page()
    {
        var section = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "limits.md")).Split("## What only raw SQL makes")[1].Split("\n## ")[0];
        return Row().Matches(section).ToDictionary(
            row => row.Groups[1].Value,
            row => (Listed(row.Groups[2].Value), Listed(row.Groups[3].Value)),
            StringComparer.Ordinal);
    }

    private static string Listed(string cell) => string.Join(", ", RuleId().Matches(cell).Select(match => match.Value).Order(StringComparer.Ordinal));

    private static Column Column(string name, int ordinal, string type, bool isNullable = true) =>
        new() { Name = name, Ordinal = ordinal, Type = StoreTypeParser.Parse(type), IsNullable = isNullable };

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"MB\d\d\d")]
    private static partial Regex RuleId();
}

[Collection(OnMySql.Name)]
public sealed class MySqlRawFeatureTests(MySqlFixture fixture) : RawFeatureTests(fixture)
{
    protected override IReadOnlyDictionary<string, string> Features { get; } = new Dictionary<string, string>(Common, StringComparer.Ordinal)
    {
        ["invisible column"] = "ALTER TABLE `T` ALTER COLUMN `A` SET INVISIBLE",
        ["invisible index"] = "ALTER TABLE `T` ALTER INDEX `IX` INVISIBLE",
        ["expression index"] = "CREATE INDEX `EX` ON `T` ((`A` + 1))",
    };
}

[Collection(OnMariaDb.Name)]
public sealed class MariaDbRawFeatureTests(MariaDbFixture fixture) : RawFeatureTests(fixture)
{
    protected override IReadOnlyDictionary<string, string> Features { get; } = new Dictionary<string, string>(Common, StringComparer.Ordinal)
    {
        ["invisible column"] = "ALTER TABLE `T` MODIFY `A` int NULL INVISIBLE",
        ["invisible index"] = "ALTER TABLE `T` ALTER INDEX `IX` IGNORED",
    };
}
