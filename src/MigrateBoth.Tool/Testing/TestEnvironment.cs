using MigrateBoth.Core;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Scratch;
using MySqlConnector;

namespace MigrateBoth.Tool.Testing;

/// <summary>The environment variables that tell a test process which engine and which database it is to use.</summary>
internal static class TestEnvironment
{
    /// <summary>The environment variables for one test process.</summary>
    /// <param name="database">A database of the run's own: for projects that bring their own schema, and as the way to the server.</param>
    /// <param name="recordings">The folder for recordings.</param>
    /// <param name="configured">What the configuration sets for this engine.</param>
    public static Dictionary<string, string> Of(IScratchDatabase database, string recordings, IReadOnlyDictionary<string, string> configured)
    {
        var isServer = database.Engine == Engine.MySql;
        var variables = new Dictionary<string, string>(configured)
        {
            ["MIGRATEBOTH_ENGINE"] = database.Engine.Id(),
            [RecordingFormat.DirectoryVariable] = recordings,
            ["DATABASE_TYPE"] = database.Engine.Id(),
            ["DATABASE_URL"] = isServer ? MySqlUrl(database.ConnectionString) : $"sqlite:///{Uri.EscapeDataString(database.Name).Replace("%2F", "/", StringComparison.Ordinal)}",
            // What runners print is read, so it has to be in one language.
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["VSLANG"] = "1033",
            ["DOTNET_NOLOGO"] = "1",
            ["TESTINGPLATFORM_NOBANNER"] = "1",
            // VSTest kills a host that has not ended after a tenth of a second: databases would be left behind, and recordings without their end.
            ["VSTEST_TESTHOST_SHUTDOWN_TIMEOUT"] = "30000",
        };
        if (isServer)
        {
            variables["MIGRATEBOTH_MYSQL"] = database.ConnectionString;
        }

        return variables;
    }

    private static string MySqlUrl(string connectionString)
    {
        var builder = new MySqlConnectionStringBuilder(connectionString);
        var url = $"mysql://{Uri.EscapeDataString(builder.UserID)}:{Uri.EscapeDataString(builder.Password)}@{Uri.EscapeDataString(builder.Server)}:{builder.Port}/{Uri.EscapeDataString(builder.Database)}";
        return builder.ConnectionProtocol == MySqlConnectionProtocol.UnixSocket ? url + "?ConnectionProtocol=Unix" : url;
    }
}
