namespace MigrateBoth.Core.Errors;

/// <summary>What to do about a statement that a database refused. Where no advice is always true there is none.</summary>
public static class RefusalRecipes
{
    private const string WhatProductionRuns = "or use the server of production: 'mysql.image' in migrateboth.json, or --mysql-image.";

    private const string OtherContext =
        "A table that another context or a script makes has to be in this context's model too, with ExcludeFromMigrations: then the check makes a stand-in for it.";

    private const string Account =
        @"It is the account, not the migration. Grant it what the message names; for scratch databases: GRANT ALL PRIVILEGES ON `migrateboth\_%`.* TO the account.";

    private const string OnlyOnce =
        "An earlier migration has made it: remove one of the two, or give one another name. Where this migration failed before, the database may have it from then: drop it there.";

    private const string NotThere = "No earlier migration makes it under this name, or one has renamed or dropped it: use the name that the history has at this point.";

    private const string UniqueName = "Constraint names are unique in the whole database: give the constraint another one with HasConstraintName or HasCheckConstraint.";

    private const string TwiceTheSame =
        "Rows with the same key meet a unique index: correct HasData or the INSERT, or remove duplicates before the index is made. Under many collations, texts that differ only by case, accents or blanks at the end are the same.";

    private const string NoPrincipal = "A row refers to one that is not there: write the referenced rows first, with the same key, or make the foreign key after the rows.";

    private const string FailedCheck = "Rows do not meet a check constraint: correct HasData or the INSERT, or update the rows before the constraint is made.";

    private const string MissingValue = "Rows have no value for a required column: name the column in the INSERT, give it a default with HasDefaultValue, or update the rows before the column becomes required.";

    /// <summary>What the account may not do says nothing about the migration.</summary>
    private static readonly int[] OfAccount = [1044, 1045, 1142, 1143, 1227, 1370, 1410, 1419];

    /// <summary>The first one that fits counts.</summary>
    private static readonly IReadOnlyList<Recipe> All =
    [
        new(Engine.MySql, Account, 1044, 1045, 1142, 1143, 1227, 1370, 1410),
        new(Engine.MySql, "It is the account, not the migration: with the binary log on, only a privileged account may create functions and triggers. Run SET GLOBAL log_bin_trust_function_creators = 1 on the server, or use such an account.", 1419),
        new(Engine.MySql, "With the binary log on, a function has to state what it does: write DETERMINISTIC, NO SQL or READS SQL DATA into CREATE FUNCTION.", 1418),
        new(Engine.MySql, "The account after DEFINER does not exist on this server: leave DEFINER out of the CREATE statement.", 1449),
        new(Engine.MySql, "The server's secure_file_priv lets statements use files of one folder only: load files outside of migrations.", 1290) { Says = "secure-file-priv" },
        new(Engine.MySql, "The server takes no writes: it is a replica, or read_only is on. Use the primary server.", 1290, 1836) { Says = "read-only" },
        new(Engine.MySql, "The option that the message names forbids the statement on this server: leave the statement out of the migration, or start the server without the option.", 1290),
        new(Engine.MySql, "The server's sql_require_primary_key forbids tables without a primary key: give the entity type a key, or the CREATE TABLE in Sql() a PRIMARY KEY.", 3750),
        new(Engine.MySql, "A default that is an expression needs parentheses (defaultValueSql: \"(UUID())\"), and CURRENT_TIMESTAMP the column's own precision: CURRENT_TIMESTAMP(6) for datetime(6). Strict mode refuses dates of zeros.", 1067),
        new(Engine.MySql, "Text, blobs, json and geometry take only a default in parentheses, and only from MySQL 8.0.13 on: defaultValueSql: \"('...')\". Or make it varchar with HasMaxLength.", 1101),
        new(Engine.MySql, "An index holds 3072 bytes, which are 768 characters of utf8mb4: give the column HasMaxLength, or index its beginning with HasPrefixLength.", 1071),
        new(Engine.MySql, "An index on text or blobs needs a length: give the property HasMaxLength, which makes it varchar or varbinary, or index its beginning with HasPrefixLength.", 1170),
        new(Engine.MySql, "HasPrefixLength is for text and binary columns only, and cannot exceed the column's own length.", 1089),
        new(Engine.MySql, "A row holds 65535 bytes, of which utf8mb4 takes four for each character: shorten columns with HasMaxLength, or make the longest of them text with HasColumnType(\"text\").", 1118),
        new(Engine.MySql, "A varchar of utf8mb4 holds 16383 characters: shorten it with HasMaxLength, or use HasColumnType(\"longtext\").", 1074),
        new(Engine.MySql, "A name has at most 64 characters: shorten it with HasDatabaseName, HasConstraintName or ToTable.", 1059),
        new(Engine.MySql, "A name in the statement is empty, ends with a blank, or contains a character that names cannot have: correct it, and put names in backticks.", 1102, 1103, 1166),
        new(Engine.MySql, "MySQL needs an index for every foreign key: drop the key first (DropForeignKey), then the index, then add the key again; or create the index that takes its place before.", 1553),
        new(Engine.MySql, "A foreign key uses the column or the table: drop the key first (DropForeignKey), then change or drop what it uses.", 1828, 1829, 1832, 1833, 3730),
        new(Engine.MySql, UniqueName, 1005) { Says = "errno: 121" },
        new(Engine.MySql, UniqueName, 1022, 1826, 3822),
        new(Engine.MySql, "Both columns of a foreign key need the same type, length, sign, character set and collation, and the referenced ones a primary key or an index that begins with them: align HasColumnType and UseCollation.", 1005, 1215, 1822, 3734, 3780),
        new(Engine.MySql, "A table has one primary key: drop the old one first (DropPrimaryKey).", 1068),
        new(Engine.MySql, OnlyOnce, 1050, 1060, 1061, 1304, 1359, 1537),
        new(Engine.MySql, NotThere, 1051, 1054, 1072, 1091, 1176, 1360, 3821),
        new(Engine.MySql, OtherContext, 1146, 1824),
        new(Engine.MySql, "A column with AUTO_INCREMENT has to be the first of a key, and a table has one such column: make it the key, or create an index on it before.", 1075),
        new(Engine.MySql, "The columns of a primary key cannot be NULL: make the property required.", 1171),
        new(Engine.MySql, MissingValue, 1048, 1138, 1364),
        new(Engine.MySql, "Rows do not fit the column: correct the values in HasData or Sql(), or make the column wider before. Strict mode, which EF Core relies on, refuses dates of zeros, empty text for a number, and characters that the character set lacks.", 1264, 1265, 1292, 1366, 1406, 1411, 3140),
        new(Engine.MySql, "The INSERT has another number of values than columns: name the columns, so that it stays right when one is added.", 1136),
        new(Engine.MySql, "A computed column takes no value: leave it out of the INSERT and the UPDATE.", 1906, 3105),
        new(Engine.MySql, TwiceTheSame, 1062, 1586),
        new(Engine.MySql, NoPrincipal, 1216, 1452),
        new(Engine.MySql, "Other rows still refer to the row: delete or change those first.", 1217, 1451),
        new(Engine.MySql, FailedCheck, 3819, 4025),
        new(Engine.MySql, "MySQL cannot alter one kind of computed column into another: drop the column and add it again.", 3106),
        new(Engine.MySql, "Defaults, checks, computed columns and index expressions may use deterministic built-in functions and columns of the same row, without AUTO_INCREMENT, variables and subqueries: move the rest into the application or a trigger.", 1901, 3102, 3109, 3758, 3763, 3770, 3772, 3814, 3815, 3816, 3818),
        new(Engine.MySql, "DELIMITER is a command of the mysql client, not SQL: leave it out, and give each trigger or routine a Sql() of its own.", 1064) { Says = "DELIMITER" },
        new(Engine.MySql, $"Not every release takes the same SQL: a word may have become reserved, or only the other vendor knows the syntax. Put names in backticks, {WhatProductionRuns}", 1064),
        new(Engine.MySql, $"Not every release and vendor has the same character sets: name one that all of them have, {WhatProductionRuns}", 1115),
        new(Engine.MySql, $"Not every release and vendor has the same variables: leave the statement out, {WhatProductionRuns}", 1193),
        new(Engine.MySql, $"Not every release and vendor takes the same values of a variable: leave the statement out, {WhatProductionRuns}", 1231),
        new(Engine.MySql, "A collation belongs to one character set: name one of the column's own character set, or change that too.", 1253),
        new(Engine.MySql, "Texts of two collations are compared: give both columns the same one, or write COLLATE into the comparison.", 1267),
        new(Engine.MySql, $"Not every release and vendor has the same collations: name one that all of them have, {WhatProductionRuns}", 1273),
        new(Engine.MySql, $"Not every server has the same storage engines: leave ENGINE out of the statement, {WhatProductionRuns}", 1286),
        new(Engine.MySql, $"Not every release and vendor can do this: write it in a way that all of them know, {WhatProductionRuns}", 1235, 1845, 1846),
        new(Engine.MySql, NotThere, 1305) { Says = "PROCEDURE" },
        new(Engine.MySql, $"No earlier migration makes the function, and not every release and vendor has the same ones: create it before, use one that all of them have, {WhatProductionRuns}", 1305, 1630),
        new(Engine.MySql, "The statement is larger than the server takes: split the INSERT, or raise the server's max_allowed_packet.", 1153),

        new(Engine.Sqlite, "SQLite adds a required column to a table only with a constant default: give AddColumn a defaultValue.", 1) { Says = "NOT NULL column with default value NULL" },
        new(Engine.Sqlite, "SQLite adds a column to a table with rows only with a constant default, not with CURRENT_TIMESTAMP or an expression: give AddColumn a defaultValue, and update the rows with Sql().", 1) { Says = "non-constant default" },
        new(Engine.Sqlite, OtherContext, 1) { Says = "no such table" },
        new(Engine.Sqlite, NotThere, 1) { Says = "no such" },
        new(Engine.Sqlite, OnlyOnce, 1) { Says = "already exists" },
        new(Engine.Sqlite, OnlyOnce, 1) { Says = "duplicate column name" },
        new(Engine.Sqlite, "A foreign key refers to columns that are not unique: give them a primary key or a unique index of exactly these columns.", 1) { Says = "foreign key mismatch" },
        new(Engine.Sqlite, "SQLite does not know this SQL: write it so that both engines take it, or only in the MySQL half of the pair.", 1) { Says = "syntax error" },
        new(Engine.Sqlite, TwiceTheSame, 19) { Says = "UNIQUE" },
        new(Engine.Sqlite, NoPrincipal, 19) { Says = "FOREIGN KEY" },
        new(Engine.Sqlite, MissingValue, 19) { Says = "NOT NULL" },
        new(Engine.Sqlite, FailedCheck, 19) { Says = "CHECK" },
        new(Engine.Sqlite, "Another process writes to the database: end it, and try again.", 5, 6),
        new(Engine.Sqlite, "The file or its folder cannot be written: check their owner and permissions.", 8, 14),
        new(Engine.Sqlite, "The disk is full: make room, or set TMPDIR to another one.", 13),
    ];

    /// <summary>What to do about an error, or null where that is not known.</summary>
    /// <param name="engine">The engine that refused.</param>
    /// <param name="number">The server's number of the error; of SQLite, the plain or the extended one.</param>
    /// <param name="message">What it said.</param>
    public static string? For(Engine engine, int? number, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var code = engine == Engine.Sqlite ? number & 0xFF : number;
        return code is not { } plain ? null : All.FirstOrDefault(recipe =>
            recipe.Engine == engine && recipe.Numbers.Contains(plain) && message.Contains(recipe.Says, StringComparison.OrdinalIgnoreCase))?.Advice;
    }

    /// <summary>Whether another account could run the statement.</summary>
    public static bool IsOfAccount(Engine engine, int? number) => engine == Engine.MySql && number is { } code && OfAccount.Contains(code);

    private sealed record Recipe(Engine Engine, string Advice, params int[] Numbers)
    {
        /// <summary>What the message has to contain, where the number alone does not tell.</summary>
        public string Says { get; init; } = string.Empty;
    }
}
