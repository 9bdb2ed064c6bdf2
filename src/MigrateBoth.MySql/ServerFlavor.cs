using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql;

/// <summary>A server's vendor and version, and what follows from them. The only place that knows how servers differ.</summary>
/// <param name="Vendor"><c>MySQL</c> or <c>MariaDB</c>.</param>
/// <param name="Version">Major, minor and patch.</param>
public sealed partial record ServerFlavor(string Vendor, Version Version)
{
    /// <summary>Oracle's server and what is built from it, such as Percona Server.</summary>
    public const string MySql = "MySQL";

    /// <summary>The MariaDB server.</summary>
    public const string MariaDb = "MariaDB";

    private static readonly Version OldestMySql = new(8, 0, 16);
    private static readonly Version OldestMariaDb = new(10, 5, 0);

    /// <summary>How reports name the server.</summary>
    public ServerIdentity Identity => new(Vendor, Version.ToString(3));

    /// <summary>Literal defaults are quoted (<c>'abc'</c>) and everything else in COLUMN_DEFAULT is an expression.</summary>
    public bool QuotesLiteralDefaults => IsMariaDb;

    /// <summary>information_schema escapes expressions once more (<c>_utf8mb4\'abc\'</c>) and shows their UTF-8 bytes as Latin 1.</summary>
    public bool EscapesExpressions => IsMySql;

    /// <summary>COLUMN_DEFAULT of a binary column is hexadecimal and ends at the first NUL byte.</summary>
    public bool CutsBinaryDefaults => IsMySql;

    /// <summary>Literals are shown in three-byte UTF-8: <c>?</c> represents any character outside the basic multilingual plane.</summary>
    public bool LosesSupplementaryCharacters => IsMySql || IsMariaDb;

    /// <summary>SHOW CREATE TABLE writes a default that three-byte UTF-8 cannot hold as hexadecimal digits.</summary>
    public bool ShowsDefaultsExactly => IsMySql;

    /// <summary>In expressions <c>????</c> represents such a character, one for each of its bytes.</summary>
    public bool LosesSupplementaryCharactersInExpressions => IsMariaDb;

    /// <summary>Whether STATISTICS has the column EXPRESSION.</summary>
    public bool HasIndexExpressions => IsMySql;

    /// <summary>Whether STATISTICS has the column IGNORED.</summary>
    public bool HasIgnoredIndexes => IsMariaDb && Version >= new Version(10, 6);

    /// <summary>Whether COLUMNS has the column SRS_ID.</summary>
    public bool HasSpatialReferences => IsMySql;

    /// <summary>CHECK_CONSTRAINTS says which table a check belongs to; the names are unique per table only.</summary>
    public bool ChecksNameTheirTable => IsMariaDb;

    /// <summary>JSON columns are <c>longtext</c> with a column check <c>json_valid(`column`)</c>.</summary>
    public bool StoresJsonAsText => IsMariaDb;

    /// <summary>Whether information_schema has the table LIBRARIES.</summary>
    public bool HasLibraries => IsMySql && Version >= new Version(9, 2);

    /// <summary>An account that may only SELECT is shown no foreign keys.</summary>
    public bool HidesForeignKeysFromReaders => IsMariaDb;

    /// <summary>SHOW GRANTS has to be told which roles to add.</summary>
    public bool ShowsGrantsOfRolesOnRequest => IsMySql;

    /// <summary>The server may add a primary key of its own, <c>my_row_id</c>, and hides it from the catalog on request (<c>sql_generate_invisible_primary_key</c>).</summary>
    public bool GeneratesPrimaryKeys => IsMySql && Version >= new Version(8, 0, 30);

    private bool IsMySql => Vendor == MySql;

    private bool IsMariaDb => Vendor == MariaDb;

    /// <summary>Reads the flavor out of what <c>SELECT VERSION()</c> says.</summary>
    /// <param name="serverVersion">Such as <c>9.7.4-2</c>, <c>8.0.36-28</c> or <c>5.5.5-10.11.19-MariaDB-0+deb12u1</c>.</param>
    /// <exception cref="MigrateBothException">It is a server, or a version, that is not supported.</exception>
    public static ServerFlavor Parse(string serverVersion)
    {
        ArgumentNullException.ThrowIfNull(serverVersion);

        var isMariaDb = serverVersion.Contains(MariaDb, StringComparison.OrdinalIgnoreCase);
        var text = isMariaDb && serverVersion.StartsWith("5.5.5-", StringComparison.Ordinal) ? serverVersion[6..] : serverVersion;
        var match = VersionNumber().Match(text);
        var isForeign = serverVersion.Contains("TiDB", StringComparison.OrdinalIgnoreCase) || serverVersion.Contains("Vitess", StringComparison.OrdinalIgnoreCase);
        if (isForeign || !match.Success)
        {
            throw Unsupported($"The server calls itself '{serverVersion}', which is neither MySQL nor MariaDB.");
        }

        var flavor = new ServerFlavor(isMariaDb ? MariaDb : MySql, System.Version.Parse(match.Value));
        var oldest = isMariaDb ? OldestMariaDb : OldestMySql;
        return flavor.Version >= oldest
            ? flavor
            : throw Unsupported($"The server is {flavor.Identity}; the oldest supported version is {flavor.Vendor} {oldest}.");
    }

    private static MigrateBothException Unsupported(string message) => new(
        ExitCode.Incomplete,
        "mysql-version-unsupported",
        message,
        $"Use {MySql} {OldestMySql} or newer, or {MariaDb} {OldestMariaDb} or newer.");

    [GeneratedRegex(@"^\d+\.\d+\.\d+")]
    private static partial Regex VersionNumber();
}
