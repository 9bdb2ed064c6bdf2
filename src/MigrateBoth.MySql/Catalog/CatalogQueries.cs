namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// The questions put to information_schema; nine for a database of any size. No costly column (row counts, cardinalities) is requested,
/// and the database is always a constant: MariaDB otherwise opens every table of the server.
/// </summary>
internal static class CatalogQueries
{
    public const string Database = """
        SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME, CURRENT_ROLE(), @@lower_case_table_names, CURRENT_USER()
        FROM information_schema.SCHEMATA
        WHERE SCHEMA_NAME = DATABASE()
        """;

    public const string Tables = """
        SELECT TABLE_NAME, TABLE_TYPE, ENGINE, ROW_FORMAT, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT
        FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = DATABASE()
        """;

    public const string ForeignKeyColumns = """
        SELECT TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
        FROM information_schema.KEY_COLUMN_USAGE
        WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
        """;

    public const string Views = """
        SELECT TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, DEFINER, SECURITY_TYPE, IS_UPDATABLE
        FROM information_schema.VIEWS
        WHERE TABLE_SCHEMA = DATABASE()
        """;

    private const string ForeignKeyRules = """
        SELECT 'foreign key', TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
        FROM information_schema.REFERENTIAL_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA = DATABASE()
        """;

    private const string ChecksOfTables = """
        SELECT 'check', TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, LEVEL
        FROM information_schema.CHECK_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA = DATABASE()
        """;

    private const string ChecksAndTheirTables = """
        SELECT 'clause', '', CONSTRAINT_NAME, CHECK_CLAUSE, ''
        FROM information_schema.CHECK_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA = DATABASE()
        UNION ALL
        SELECT 'table', TABLE_NAME, CONSTRAINT_NAME, ENFORCED, ''
        FROM information_schema.TABLE_CONSTRAINTS
        WHERE CONSTRAINT_SCHEMA = DATABASE() AND CONSTRAINT_TYPE = 'CHECK'
        """;

    private const string Triggers = """
        SELECT 'trigger', EVENT_OBJECT_TABLE, TRIGGER_NAME, CONCAT(ACTION_TIMING, ' ', EVENT_MANIPULATION), ACTION_STATEMENT,
            JSON_OBJECT('order', ACTION_ORDER, 'sql_mode', SQL_MODE, 'definer', DEFINER, 'collation', COLLATION_CONNECTION, 'database', DATABASE_COLLATION)
        FROM information_schema.TRIGGERS
        WHERE TRIGGER_SCHEMA = DATABASE()
        """;

    private const string Routines = """
        SELECT 'routine', '', ROUTINE_NAME, ROUTINE_TYPE, ROUTINE_DEFINITION,
            JSON_OBJECT('language', EXTERNAL_LANGUAGE, 'deterministic', IS_DETERMINISTIC, 'access', SQL_DATA_ACCESS, 'security', SECURITY_TYPE, 'sql_mode', SQL_MODE,
                'definer', DEFINER, 'comment', ROUTINE_COMMENT, 'collation', COLLATION_CONNECTION, 'database', DATABASE_COLLATION)
        FROM information_schema.ROUTINES
        WHERE ROUTINE_SCHEMA = DATABASE()
        """;

    private const string Parameters = """
        SELECT 'parameter', SPECIFIC_NAME, IFNULL(PARAMETER_NAME, ''), ROUTINE_TYPE, DTD_IDENTIFIER,
            JSON_OBJECT('position', ORDINAL_POSITION, 'mode', PARAMETER_MODE, 'collation', COLLATION_NAME)
        FROM information_schema.PARAMETERS
        WHERE SPECIFIC_SCHEMA = DATABASE()
        """;

    /// <summary>
    /// A recurring event without STARTS starts when it is made, and its catalog then says when that was: no part of its definition, and another time in every
    /// database.
    /// </summary>
    private const string Events = """
        SELECT 'event', '', EVENT_NAME, EVENT_TYPE, EVENT_DEFINITION,
            JSON_OBJECT('at', EXECUTE_AT, 'every', INTERVAL_VALUE, 'unit', INTERVAL_FIELD, 'ends', ENDS, 'status', STATUS, 'completion', ON_COMPLETION, 'zone', TIME_ZONE,
                'starts', IF(ABS(TIMESTAMPDIFF(SECOND, CONVERT_TZ(STARTS, TIME_ZONE, @@session.time_zone), CREATED)) <= 1
                    OR ABS(TIMESTAMPDIFF(SECOND, CONVERT_TZ(STARTS, TIME_ZONE, @@session.time_zone), LAST_ALTERED)) <= 1, NULL, STARTS),
                'sql_mode', SQL_MODE, 'definer', DEFINER, 'comment', EVENT_COMMENT, 'collation', COLLATION_CONNECTION, 'database', DATABASE_COLLATION)
        FROM information_schema.EVENTS
        WHERE EVENT_SCHEMA = DATABASE()
        """;

    private const string Partitions = """
        SELECT 'partition', TABLE_NAME, PARTITION_NAME, IFNULL(SUBPARTITION_NAME, ''), PARTITION_DESCRIPTION,
            JSON_OBJECT('method', PARTITION_METHOD, 'expression', PARTITION_EXPRESSION, 'position', PARTITION_ORDINAL_POSITION,
                'submethod', SUBPARTITION_METHOD, 'subexpression', SUBPARTITION_EXPRESSION, 'subposition', SUBPARTITION_ORDINAL_POSITION,
                'comment', PARTITION_COMMENT, 'tablespace', TABLESPACE_NAME)
        FROM information_schema.PARTITIONS
        WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_NAME IS NOT NULL
        """;

    private const string Libraries = """
        SELECT 'library', '', LIBRARY_NAME, LANGUAGE, LIBRARY_DEFINITION,
            JSON_OBJECT('sql_mode', SQL_MODE)
        FROM information_schema.LIBRARIES
        WHERE LIBRARY_SCHEMA = DATABASE()
        """;

    public static string Columns(ServerFlavor flavor) => $"""
        SELECT TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA,
            CHARACTER_SET_NAME, COLLATION_NAME, GENERATION_EXPRESSION, COLUMN_COMMENT, {(flavor.HasSpatialReferences ? "SRS_ID" : "NULL")}
        FROM information_schema.COLUMNS
        WHERE TABLE_SCHEMA = DATABASE()
        """;

    public static string Indexes(ServerFlavor flavor)
    {
        var expression = flavor.HasIndexExpressions ? "EXPRESSION" : "NULL";
        var visible = flavor switch
        {
            { HasIndexExpressions: true } => "IS_VISIBLE = 'YES'",
            { HasIgnoredIndexes: true } => "IGNORED = 'NO'",
            _ => "1",
        };
        return $"""
            SELECT TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, {expression}, COLLATION, SUB_PART, NON_UNIQUE = 0, INDEX_TYPE,
                INDEX_COMMENT, {visible}
            FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = DATABASE()
            """;
    }

    /// <summary>
    /// Joined by the caller: the tables of information_schema are views without keys, and a server that joins two of them needs a
    /// second for 300 checks.
    /// </summary>
    public static string Constraints(ServerFlavor flavor) =>
        $"{(flavor.ChecksNameTheirTable ? ChecksOfTables : ChecksAndTheirTables)}\nUNION ALL\n{ForeignKeyRules}";

    public static string Objects(ServerFlavor flavor)
    {
        string[] always = [Triggers, Routines, Parameters, Events, Partitions];
        return string.Join("\nUNION ALL\n", flavor.HasLibraries ? [.. always, Libraries] : always);
    }

    /// <summary>What the account may do, its active roles included.</summary>
    public static string Grants(ServerFlavor flavor, string? currentRole) => flavor.ShowsGrantsOfRolesOnRequest && currentRole is not (null or "NONE")
        ? $"SHOW GRANTS FOR CURRENT_USER() USING {currentRole}"
        : "SHOW GRANTS";
}
