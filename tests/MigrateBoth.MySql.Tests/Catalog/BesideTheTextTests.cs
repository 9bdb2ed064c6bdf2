using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>What a server keeps beside the text of an object, and what it does not show in it: each is distinguished, and the same twice is equal.</summary>
public abstract class BesideTheTextTests(ServerFixture fixture)
{
    private const string Before = """
        CREATE TABLE `T` (`Id` int NOT NULL, `Code` varchar(20) NOT NULL, `Doc` text NULL, `N` int NULL)
        """;

    /// <summary>Two statements that make almost the same, and the rule that says what differs.</summary>
    public static TheoryData<string, string, string> Pairs { get; } = new()
    {
        { "MB220", "ALTER TABLE T ADD PRIMARY KEY (Code)", "ALTER TABLE T ADD PRIMARY KEY (Code(3))" },
        { "MB220", "ALTER TABLE T ADD PRIMARY KEY (Id, Code(4))", "ALTER TABLE T ADD PRIMARY KEY (Id, Code(3))" },
        { "MB901", "CREATE PROCEDURE P(IN a int) SELECT a", "CREATE PROCEDURE P(IN a bigint) SELECT a" },
        { "MB901", "CREATE PROCEDURE P(IN a int) SELECT a", "CREATE PROCEDURE P(INOUT a int) SELECT a" },
        { "MB901", "CREATE PROCEDURE P(a int, b int) SELECT 1", "CREATE PROCEDURE P(b int, a int) SELECT 1" },
        { "MB901", "CREATE PROCEDURE P(a varchar(9) CHARACTER SET latin1) SELECT 1", "CREATE PROCEDURE P(a varchar(9) CHARACTER SET utf8mb4) SELECT 1" },
        { "MB901", "CREATE PROCEDURE P() SQL SECURITY DEFINER SELECT 1", "CREATE PROCEDURE P() SQL SECURITY INVOKER SELECT 1" },
        { "MB901", "CREATE PROCEDURE P() MODIFIES SQL DATA SELECT 1", "CREATE PROCEDURE P() READS SQL DATA SELECT 1" },
        { "MB901", "CREATE PROCEDURE P() SELECT 'a b'", "CREATE PROCEDURE P() SELECT 'a   b'" },
        { "MB901", "CREATE PROCEDURE P() SELECT '😀'", "CREATE PROCEDURE P() SELECT '😁'" },
        { "MB901", "CREATE DEFINER=`other`@`%` PROCEDURE P() SELECT 1", "CREATE PROCEDURE P() SELECT 1" },
        { "MB901", "CREATE FUNCTION F() RETURNS int DETERMINISTIC RETURN 1", "CREATE FUNCTION F() RETURNS bigint DETERMINISTIC RETURN 1" },
        { "MB901", "CREATE FUNCTION F(a int) RETURNS int DETERMINISTIC NO SQL RETURN 1", "CREATE FUNCTION F(a int) RETURNS int NOT DETERMINISTIC NO SQL RETURN 1" },
        { "MB901", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR DISABLE DO DO 1", "CREATE EVENT E ON SCHEDULE EVERY 1 SECOND DISABLE DO DO 1" },
        { "MB901", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR DISABLE DO DO 1", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR ENABLE DO DO 1" },
        { "MB901", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO DO 1", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-02' DO DO 1" },
        { "MB901", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO DO 1", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR DO DO 1" },
        { "MB901", "CREATE EVENT E ON SCHEDULE AT '2037-01-01' DO DO 1", "CREATE EVENT E ON SCHEDULE AT '2037-01-01' ON COMPLETION PRESERVE DO DO 1" },
        { "MB901", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR ENDS '2037-01-01' DO DO 1", "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR DO DO 1" },
        { "MB261", "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 1; CREATE TRIGGER B BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 2", "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 1; CREATE TRIGGER B BEFORE INSERT ON T FOR EACH ROW PRECEDES A SET NEW.N = 2" },
        { "MB261", "SET sql_mode = 'STRICT_ALL_TABLES'; CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 1", "SET sql_mode = ''; CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 1" },
        { "MB261", "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.Code = '😀'", "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.Code = '😁'" },
        { "MB261", "CREATE DEFINER=`other`@`%` TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 1", "CREATE TRIGGER A BEFORE INSERT ON T FOR EACH ROW SET NEW.N = 1" },
        { "MB260", "CREATE SQL SECURITY INVOKER VIEW V AS SELECT Id FROM T", "CREATE SQL SECURITY DEFINER VIEW V AS SELECT Id FROM T" },
        { "MB260", "CREATE DEFINER=`other`@`%` VIEW V AS SELECT Id FROM T", "CREATE VIEW V AS SELECT Id FROM T" },
        { "MB260", "CREATE ALGORITHM=TEMPTABLE VIEW V AS SELECT Id FROM T", "CREATE VIEW V AS SELECT Id FROM T" },
        { "MB901", "ALTER TABLE T PARTITION BY RANGE (Id) (PARTITION p VALUES LESS THAN (10))", "ALTER TABLE T PARTITION BY RANGE (Id) (PARTITION p VALUES LESS THAN (11))" },
        { "MB901", "ALTER TABLE T PARTITION BY HASH (Id) PARTITIONS 2", "ALTER TABLE T PARTITION BY KEY (Id) PARTITIONS 2" },
        { "MB901", "ALTER TABLE T PARTITION BY HASH (Id) PARTITIONS 2", "ALTER TABLE T PARTITION BY HASH (Id + 1) PARTITIONS 2" },
        { "MB901", "ALTER TABLE T PARTITION BY HASH (Id) PARTITIONS 2", "ALTER TABLE T PARTITION BY HASH (Id) PARTITIONS 3" },
        { "MB901", "ALTER TABLE T PARTITION BY LIST (Id) (PARTITION p VALUES IN (1, 2))", "ALTER TABLE T PARTITION BY LIST (Id) (PARTITION p VALUES IN (1, 3))" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_differs_is_found_and_the_same_twice_is_not(string rule, string left, string right)
    {
        var (a, b) = (await ReadAsync(left), await ReadAsync(right));

        Assert.Equal([rule], Rules(a, b));
        Assert.Empty(Rules(a, a));
        Assert.Empty(Rules(await ReadAsync(right), b));
    }

    [Fact]
    public async Task An_event_without_a_start_is_the_same_whenever_it_is_made()
    {
        const string Event = "CREATE EVENT E ON SCHEDULE EVERY 1 YEAR DO DO 1";
        var first = await ReadAsync(Event);
        await Task.Delay(TimeSpan.FromSeconds(2.1));

        Assert.Empty(Rules(first, await ReadAsync(Event)));
    }

    [Fact]
    public async Task The_same_function_and_procedure_by_one_name_keep_their_own_parameters()
    {
        var schema = await ReadAsync("CREATE PROCEDURE P(IN a int) SELECT a", "CREATE FUNCTION P(b date) RETURNS year DETERMINISTIC RETURN 2000");

        Assert.Contains(schema.Unread, item => item.Path?.ToString() == "P" && item.Text.StartsWith("PROCEDURE (IN a int", StringComparison.Ordinal));
        Assert.Contains(schema.Unread, item => item.Path?.ToString() == "P" && item.Text.StartsWith("FUNCTION (IN b date) RETURNS year", StringComparison.Ordinal));
    }

    protected static IEnumerable<string> Rules(DatabaseSchema left, DatabaseSchema right) => DiffStage
        .Run(new DiffSide("A", DiffSource.Database, left), new DiffSide("B", DiffSource.Database, right), null, null).Findings
        .Select(finding => finding.Rule)
        .Distinct();

    protected Task<DatabaseSchema> ReadAsync(params string[] scripts) => fixture.ReadAsync([Before, .. scripts]);
}

[Collection(OnMySql.Name)]
public sealed class MySqlBesideTheTextTests(MySqlFixture fixture) : BesideTheTextTests(fixture)
{
    [Fact]
    public async Task The_parser_of_a_full_text_index_is_compared()
    {
        var plain = await ReadAsync("CREATE FULLTEXT INDEX F ON T (Doc)");
        var ngram = await ReadAsync("CREATE FULLTEXT INDEX F ON T (Doc) COMMENT 'WITH PARSER `mecab`' WITH PARSER ngram");
        var both = await ReadAsync("CREATE FULLTEXT INDEX `F``(1)` ON T (Doc) WITH PARSER ngram", "CREATE FULLTEXT INDEX G ON T (Doc)");

        Assert.Equal((null, "ngram"), (plain.Tables[0].Indexes.Single().Parser, ngram.Tables[0].Indexes.Single().Parser));
        Assert.Equal(["ngram", null], both.Tables[0].Indexes.Select(index => index.Parser));
        Assert.Equal(["MB207", "MB231"], Rules(plain, ngram).Order(StringComparer.Ordinal));
        Assert.Empty(Rules(ngram, ngram));
    }
}

[Collection(OnMariaDb.Name)]
public sealed class MariaDbBesideTheTextTests(MariaDbFixture fixture) : BesideTheTextTests(fixture);
