namespace MigrateBoth.Core.Errors;

/// <summary>Errors that concern the server and not the statement: reported as what they are, never as a difference of the application.</summary>
internal static class ServerErrors
{
    /// <summary>No place for a connection or its work, a connection that broke, a server that is gone or shuts down, a disk that is full.</summary>
    private static readonly int[] MySqlLost =
    [
        1021, 1030, 1037, 1038, 1040, 1041, 1042, 1043, 1053, 1114, 1129, 1130, 1135, 1158, 1159, 1160, 1161, 1203, 1206, 1226, 1461, 1927,
        2002, 2003, 2005, 2006, 2013, 2055, 3032, 3168, 3169, 4031,
    ];

    /// <summary>What the account may not do, or the server does for no account.</summary>
    private static readonly int[] MySqlRefused = [1044, 1045, 1142, 1143, 1227, 1251, 1290, 1370, 1419, 1524, 1698, 1820, 1836, 1862, 2059, 3118];

    /// <summary>NOMEM, IOERR, CORRUPT, FULL and CANTOPEN.</summary>
    private static readonly int[] SqliteLost = [7, 10, 11, 13, 14];

    /// <summary>Whether a number of MySQL or MariaDB says that the server did not carry out the statement, whatever the statement was.</summary>
    public static bool IsMySqlLost(int number) => MySqlLost.Contains(number);

    /// <summary>Whether a number of MySQL or MariaDB says that the server does not let this account do it.</summary>
    public static bool IsMySqlRefused(int number) => MySqlRefused.Contains(number);

    /// <summary>Whether a primary error code of SQLite says that the file or the machine is at fault.</summary>
    public static bool IsSqliteLost(int code) => SqliteLost.Contains(code);
}
