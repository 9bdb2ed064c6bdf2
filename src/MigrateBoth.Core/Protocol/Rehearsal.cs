using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>
/// Says a few lines of the conversation to nobody. The runtime compiles some two thousand methods for the first message that is written or read;
/// tool and host do that while the application still builds, and not while somebody waits.
/// </summary>
public static class Rehearsal
{
    private static readonly HostProject Project = new("/a/a.csproj", "/a/a.dll", "A", "C#", Nullable: true);

    private static readonly HostEngineSession Side = new() { Migrations = Project, Arguments = [], Environment = new Dictionary<string, string>() };

    private static readonly ToolMessage[] FromTool =
    [
        new ToolGreeting(
            ProtocolVersion.Current,
            new HostSession { Project = Project, Startup = Project, ApplicationArguments = [], Verbose = false, Sqlite = Side, MySql = Side }),
        new ScaffoldRequest(1, Engine.Sqlite, "20260101000000", "A"),
    ];

    private static readonly HostMessage[] FromHost =
    [
        new ProgressReport(1, new HostProgress(Engine.Sqlite, "a")),
        new HistoryReply(
            1, new EngineHistory(Engine.Sqlite, "A", [new MigrationDescription { Id = "a", Name = "a", TypeName = "A", HasTargetModel = true }])),
        new ScaffoldReply(
            1,
            new ScaffoldedMigration
            {
                Engine = Engine.Sqlite,
                Id = "a",
                Files = [new ScaffoldedFile("a", "a")],
                Operations = [new OperationDescription { Kind = "a", Summary = "a" }],
            }),
    ];

    /// <summary>Writes and reads each of them.</summary>
    public static void Run()
    {
        foreach (var message in FromTool)
        {
            ProtocolLine.ReadToolMessage(ProtocolLine.Write(message));
        }

        foreach (var message in FromHost)
        {
            ProtocolLine.ReadHostMessage(ProtocolLine.Write(message));
        }
    }
}
