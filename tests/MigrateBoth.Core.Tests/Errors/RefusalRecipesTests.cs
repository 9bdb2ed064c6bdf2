using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Tests.Errors;

/// <summary>A refusal comes with advice that is true of it, and with none where that is not known.</summary>
public sealed class RefusalRecipesTests
{
    [Theory]
    [InlineData(1061, "Duplicate key name 'IX_A'", "An earlier migration has made it")]
    [InlineData(1091, "Can't DROP 'IX_A'; check that column/key exists", "use the name that the history has")]
    [InlineData(1170, "BLOB/TEXT column 'Code' used in key specification without a key length", "HasMaxLength")]
    [InlineData(1215, "Cannot add foreign key constraint", "same type, length, sign")]
    [InlineData(3780, "Referencing column 'A' and referenced column 'B' in foreign key constraint 'FK' are incompatible.", "same type, length, sign")]
    [InlineData(1005, "Can't create table `a`.`b` (errno: 150 \"Foreign key constraint is incorrectly formed\")", "same type, length, sign")]
    [InlineData(1005, "Can't create table `a`.`b` (errno: 121 \"Duplicate key on write or update\")", "unique in the whole database")]
    [InlineData(1265, "Data truncated for column 'A' at row 1", "correct the values")]
    [InlineData(1406, "Data too long for column 'A' at row 1", "make the column wider")]
    [InlineData(1366, "Incorrect string value", "correct the values")]
    [InlineData(1292, "Incorrect datetime value: '0000-00-00'", "dates of zeros")]
    [InlineData(1364, "Field 'A' doesn't have a default value", "no value for a required column")]
    [InlineData(1062, "Duplicate entry 'a' for key 'IX'", "Rows with the same key")]
    [InlineData(1452, "Cannot add or update a child row", "write the referenced rows first")]
    [InlineData(3819, "Check constraint 'CK' is violated.", "check constraint")]
    [InlineData(1227, "Access denied; you need (at least one of) the SUPER privilege(s) for this operation", "It is the account")]
    [InlineData(1290, "The MySQL server is running with the --super-read-only option so it cannot execute this statement", "Use the primary server")]
    [InlineData(1290, "The MySQL server is running with the --secure-file-priv option so it cannot execute this statement", "load files outside of migrations")]
    [InlineData(1290, "The MySQL server is running with the --skip-grant-tables option so it cannot execute this statement", "option that the message names")]
    [InlineData(1305, "FUNCTION shop.UUID_TO_BIN does not exist", "not every release and vendor")]
    [InlineData(1305, "PROCEDURE shop.fill does not exist", "use the name that the history has")]
    [InlineData(1273, "Unknown collation: 'utf8mb4_0900_ai_ci'", "collations")]
    [InlineData(1115, "Unknown character set: 'utf8mb5'", "character sets")]
    [InlineData(1102, "Incorrect database name 'shop '", "put names in backticks")]
    [InlineData(1064, "You have an error in your SQL syntax; check … near 'DELIMITER //'", "mysql client")]
    [InlineData(1064, "You have an error in your SQL syntax; check … near 'rank int'", "become reserved")]
    [InlineData(3750, "Unable to create or change a table without a primary key", "give the entity type a key")]
    public void A_refusal_of_MySQL_has_its_advice(int number, string message, string says) =>
        Assert.Contains(says, RefusalRecipes.For(Engine.MySql, number, message), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "Cannot add a NOT NULL column with default value NULL", "constant default")]
    [InlineData(1, "Cannot add a column with non-constant default", "constant default")]
    [InlineData(1, "near \"DELIMITER\": syntax error", "only in the MySQL half")]
    [InlineData(1, "no such table: main.Users", "ExcludeFromMigrations")]
    [InlineData(1, "no such column: Name", "use the name that the history has")]
    [InlineData(1, "index IX_A already exists", "An earlier migration has made it")]
    [InlineData(2067, "UNIQUE constraint failed: A.B", "Rows with the same key")]
    [InlineData(19, "FOREIGN KEY constraint failed", "write the referenced rows first")]
    [InlineData(8, "attempt to write a readonly database", "permissions")]
    public void A_refusal_of_SQLite_has_its_advice(int number, string message, string says) =>
        Assert.Contains(says, RefusalRecipes.For(Engine.Sqlite, number, message), StringComparison.Ordinal);

    [Theory]
    [InlineData(Engine.MySql, 1105, "Unknown error")]
    [InlineData(Engine.MySql, 19, "UNIQUE constraint failed")]
    [InlineData(Engine.Sqlite, 1062, "Duplicate entry")]
    [InlineData(Engine.Sqlite, 1, "something else")]
    [InlineData(Engine.MySql, null, "no number")]
    public void What_no_advice_is_known_for_has_none(Engine engine, int? number, string message) => Assert.Null(RefusalRecipes.For(engine, number, message));
}
