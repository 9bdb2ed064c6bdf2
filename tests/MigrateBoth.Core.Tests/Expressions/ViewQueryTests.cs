using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Core.Tests.Expressions;

/// <summary>The right-hand texts are what MySQL 9.7 made of the left-hand ones.</summary>
public sealed class ViewQueryTests
{
    [Theory]
    [InlineData(
        "SELECT Id, Note FROM Orders WHERE Total > 5 AND Note <> 'x'",
        "select `Orders`.`Id` AS `Id`,`Orders`.`Note` AS `Note` from `Orders` where ((`Orders`.`Total` > 5) and (`Orders`.`Note` <> 'x'))")]
    [InlineData(
        "SELECT o.Id, c.Name AS CustomerName FROM Orders o JOIN Customers c ON c.Id = o.CustomerId",
        "select `o`.`Id` AS `Id`,`c`.`Name` AS `CustomerName` from (`Orders` `o` join `Customers` `c` on((`c`.`Id` = `o`.`CustomerId`)))")]
    [InlineData(
        "SELECT CustomerId, COUNT(*) AS Cnt, SUM(Total) AS Sum FROM Orders GROUP BY CustomerId HAVING COUNT(*) > 1 ORDER BY CustomerId DESC LIMIT 10",
        "select `Orders`.`CustomerId` AS `CustomerId`,count(0) AS `Cnt`,sum(`Orders`.`Total`) AS `Sum` from `Orders` group by `Orders`.`CustomerId` having (count(0) > 1) order by `Orders`.`CustomerId` desc limit 10")]
    [InlineData(
        "SELECT o.Id, COALESCE(c.Name, 'none') AS N FROM Orders AS o LEFT OUTER JOIN Customers AS c ON o.CustomerId = c.Id WHERE o.IsOpen = TRUE",
        "select `o`.`Id` AS `Id`,coalesce(`c`.`Name`,'none') AS `N` from (`Orders` `o` left join `Customers` `c` on((`o`.`CustomerId` = `c`.`Id`))) where (`o`.`IsOpen` = true)")]
    [InlineData(
        "SELECT Id FROM Orders UNION ALL SELECT Id FROM Customers ORDER BY Id",
        "select `Orders`.`Id` AS `Id` from `Orders` union all select `Customers`.`Id` AS `Id` from `Customers` order by `Id`")]
    [InlineData(
        "SELECT DISTINCT Note FROM Orders WHERE CustomerId IN (SELECT Id FROM Customers WHERE Name LIKE 'A%')",
        "select distinct `Orders`.`Note` AS `Note` from `Orders` where `Orders`.`CustomerId` in (select `Customers`.`Id` from `Customers` where (`Customers`.`Name` like 'A%'))")]
    [InlineData(
        "SELECT o.* FROM Orders o",
        "select `o`.`Id` AS `Id`,`o`.`CustomerId` AS `CustomerId`,`o`.`Total` AS `Total`,`o`.`Note` AS `Note`,`o`.`IsOpen` AS `IsOpen` from `Orders` `o`")]
    [InlineData(
        "SELECT Id FROM Orders WHERE EXISTS (SELECT 1 FROM Customers c WHERE c.Id = Orders.CustomerId)",
        "select `Orders`.`Id` AS `Id` from `Orders` where exists(select 1 from `Customers` `c` where (`c`.`Id` = `Orders`.`CustomerId`))")]
    [InlineData(
        "SELECT Id FROM Orders WHERE EXISTS (SELECT 1 FROM Customers)",
        "select `Orders`.`Id` AS `Id` from `Orders` where exists(select 1 from `Customers` limit 1)")]
    [InlineData(
        "SELECT x.N FROM (SELECT Name AS N FROM Customers) x WHERE x.N IS NOT NULL",
        "select `x`.`N` AS `N` from (select `Customers`.`Name` AS `N` from `Customers`) `x` where (`x`.`N` is not null)")]
    [InlineData("SELECT Id, Total AS T FROM Orders ORDER BY T LIMIT 5 OFFSET 2", "select `Orders`.`Id` AS `Id`,`Orders`.`Total` AS `T` from `Orders` order by `Orders`.`Total` limit 2,5")]
    [InlineData("SELECT Id, Total AS T FROM Orders ORDER BY 2", "select `Orders`.`Id` AS `Id`,`Orders`.`Total` AS `T` from `Orders` order by `T`")]
    public void Spellings_of_one_query_come_down_to_one_text(string sqlite, string mySql)
    {
        var (left, right) = (Query(sqlite, SqlDialect.Sqlite), Query(mySql, SqlDialect.MySql));

        Assert.Equal(left.Text, right.Text);
        Assert.Null(left.NotUnderstood);
        Assert.Null(right.NotUnderstood);
    }

    [Theory]
    [InlineData("SELECT o.Id FROM Orders o JOIN Customers c ON c.Id = o.CustomerId", "select `c`.`Id` AS `Id` from (`Orders` `o` join `Customers` `c` on((`c`.`Id` = `o`.`CustomerId`)))")]
    [InlineData("SELECT o.Id FROM Orders o LEFT JOIN Customers c ON c.Id = o.CustomerId", "select `o`.`Id` AS `Id` from (`Orders` `o` join `Customers` `c` on((`c`.`Id` = `o`.`CustomerId`)))")]
    [InlineData("SELECT Id FROM Orders", "select `Customers`.`Id` AS `Id` from `Customers`")]
    [InlineData("SELECT Id FROM Orders", "select distinct `Orders`.`Id` AS `Id` from `Orders`")]
    [InlineData("SELECT Id FROM Orders", "select `Orders`.`Id` AS `Id` from `Orders` limit 1")]
    [InlineData("SELECT Id FROM Orders ORDER BY Id", "select `Orders`.`Id` AS `Id` from `Orders` order by `Orders`.`Id` desc")]
    [InlineData("SELECT Id FROM Orders UNION SELECT Id FROM Customers", "select `Orders`.`Id` AS `Id` from `Orders` union all select `Customers`.`Id` AS `Id` from `Customers`")]
    public void Other_queries_stay_different(string sqlite, string mySql)
    {
        var (left, right) = (Query(sqlite, SqlDialect.Sqlite), Query(mySql, SqlDialect.MySql));

        Assert.NotEqual(left.Text, right.Text);
        Assert.True(left.IsUnderstood && right.IsUnderstood);
    }

    [Theory]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x")]
    [InlineData("SELECT row_number() OVER (ORDER BY Id) FROM Orders")]
    [InlineData("SELECT Id FROM Orders NATURAL JOIN Customers")]
    [InlineData("SELECT Id FROM Orders RIGHT JOIN Customers USING (Id)")]
    [InlineData("SELECT Id FROM Orders o JOIN Customers c ON c.Id = o.CustomerId")]
    [InlineData("SELECT Gone FROM Orders")]
    [InlineData("SELECT Id FROM Nowhere")]
    [InlineData("SELECT upper(Note) AS Note FROM Orders GROUP BY Note")]
    [InlineData("VALUES (1)")]
    public void What_is_not_understood_says_so(string sql) => Assert.False(Query(sql, SqlDialect.Sqlite).IsUnderstood);

    [Theory]
    [InlineData("CREATE TRIGGER TR AFTER INSERT ON Orders BEGIN UPDATE \"Customers\" SET Name = 'n' WHERE Id = NEW.Id; END", "UPDATE `Customers` SET Name = 'n' WHERE Id = NEW.Id", true)]
    [InlineData("CREATE TRIGGER TR AFTER INSERT ON Orders BEGIN UPDATE Customers SET Name = 'n'; END", "BEGIN update Customers set Name = 'n'; END", true)]
    [InlineData("CREATE TRIGGER TR AFTER INSERT ON Orders WHEN NEW.Id > 1 BEGIN UPDATE Customers SET Name = 'n'; END", "UPDATE Customers SET Name = 'n'", false)]
    [InlineData("CREATE TRIGGER TR AFTER INSERT ON Orders BEGIN UPDATE Customers SET Name = 'n'; END", "UPDATE Customers SET Name = 'm'", false)]
    public void Statements_of_triggers_are_compared_word_by_word(string sqlite, string mySql, bool same) =>
        Assert.Equal(same, SqlCanonicalizer.Statement(sqlite, SqlDialect.Sqlite) == SqlCanonicalizer.Statement(mySql, SqlDialect.MySql));

    private static CanonicalSql Query(string sql, SqlDialect dialect) => SqlCanonicalizer.Query(sql, dialect, name => name switch
    {
        "orders" => ["Id", "CustomerId", "Total", "Note", "IsOpen"],
        "customers" => ["Id", "Name"],
        _ => null,
    });
}
