using MigrateBoth.Testing.Recording;

namespace MigrateBoth.Testing.Tests.Recording;

public sealed class SaveStatementsTests
{
    [Theory]
    [InlineData("INSERT INTO \"Beds\" (\"Name\") VALUES (@p0) RETURNING \"Id\";", "Beds")]
    [InlineData("UPDATE \"Plants\" SET \"Quantity\" = @p0 WHERE \"Id\" = @p1 RETURNING 1;", "Plants")]
    [InlineData("INSERT INTO `Beds` (`Name`) VALUES (@p0); SELECT `Id` FROM `Beds` WHERE ROW_COUNT() = 1 AND `Id` = LAST_INSERT_ID();\n\n"
        + "UPDATE `Plants` SET `Quantity` = @p1 WHERE `Id` = @p2; SELECT ROW_COUNT();\nSELECT `Doubled` FROM `Plants` WHERE `Id` = @p2;", "Beds", null, "Plants")]
    [InlineData("SET AUTOCOMMIT = 1;\nINSERT INTO `Beds` (`Name`) VALUES (@p0) RETURNING `Id`;\nDELETE FROM `Plants` WHERE `Id` = @p1 RETURNING 1;", "Beds", "Plants")]
    [InlineData("INSERT INTO `a;b` (`RETURNING`, `FROM `) VALUES (';'); SELECT `it``s` FROM `say \"``\"` WHERE 1", "say \"`\"")]
    [InlineData("INSERT INTO `Log` (`Text`) VALUES (@p0), (@p1);")]
    // The number of results of a procedure is unknown.
    [InlineData("CALL Add_bed(@p0); SELECT `Id` FROM `Beds`;")]
    [InlineData("-- from the application\nINSERT INTO `Beds` (`Name`) VALUES (@p0) RETURNING `Id`;")]
    public void Each_result_of_a_batch_is_of_its_own_statement_s_table(string sql, params string?[] tables) => Assert.Equal(tables, SaveStatements.TablesOfResults(sql));
}
