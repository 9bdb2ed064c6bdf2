using System.Globalization;

namespace MigrateBoth.Bench;

/// <summary>What is measured on one project.</summary>
internal static class Comparisons
{
    private static int s_databases;

    /// <summary>The commands that are compared, in the order of the table.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["add", "add --no-build", "status", "verify"];

    /// <summary>The comparison of one of <see cref="Commands"/>.</summary>
    public static Comparison Of(string command, BenchProject project, BenchServer server, string suffix) => command switch
    {
        "add" => Add(project, suffix),
        "add --no-build" => AddToBuilt(project, suffix),
        "status" => Status(project, suffix),
        "verify" => Verify(project, server, suffix),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command that is compared."),
    };

    private static Comparison Add(BenchProject project, string suffix) => new()
    {
        Name = $"add{suffix}",
        Against = "2 × dotnet ef migrations add",
        Bound = 0.35,
        ResetAsync = async () =>
        {
            await project.ResetAsync();
            await project.ChangeModelAsync();
        },
        OursAsync = () => project.Ours("add", "Extra").RunAsync(),
        TheirsAsync = async () =>
            await project.Ef("sqlite", "migrations", "add", "Extra", "--output-dir", "Migrations/Sqlite").RunAsync()
            + await project.Ef("mysql", "migrations", "add", "Extra", "--output-dir", "Migrations/MySql").RunAsync(),
    };

    // With a large model the compiler has most of the time of `add`; this says what the rest of it does.
    private static Comparison AddToBuilt(BenchProject project, string suffix) => new()
    {
        Name = $"add --no-build{suffix}",
        Against = "2 × dotnet ef migrations add --no-build",
        ResetAsync = async () =>
        {
            await project.ResetAsync();
            await project.ChangeModelAsync();
            await project.BuildAsync();
        },
        OursAsync = () => project.Ours("add", "Extra", "--no-build").RunAsync(),
        TheirsAsync = async () =>
            await project.Ef("sqlite", "migrations", "add", "Extra", "--no-build", "--output-dir", "Migrations/Sqlite").RunAsync()
            + await project.Ef("mysql", "migrations", "add", "Extra", "--no-build", "--output-dir", "Migrations/MySql").RunAsync(),
    };

    private static Comparison Status(BenchProject project, string suffix) => new()
    {
        Name = $"status{suffix}",
        Against = "2 × dotnet ef migrations has-pending-model-changes",
        Bound = 0.35,
        ResetAsync = () => Task.CompletedTask,
        OursAsync = () => project.Ours("status").RunAsync(),
        TheirsAsync = async () =>
            await project.Ef("sqlite", "migrations", "has-pending-model-changes").RunAsync()
            + await project.Ef("mysql", "migrations", "has-pending-model-changes").RunAsync(),
    };

    private static Comparison Verify(BenchProject project, BenchServer server, string suffix) => new()
    {
        Name = $"verify --only drift,parity --no-build, warm server{suffix}",
        Against = "2 × dotnet ef database update --no-build",
        Bound = 0.8,
        ResetAsync = () => Task.CompletedTask,
        OursAsync = () => project.Ours("verify", "--only", "drift,parity", "--no-build", "--mysql", server.ConnectionString).RunAsync(),
        TheirsAsync = async () =>
        {
            var (sqlite, mySql) = await UpdateBothAsync(project, server);
            return sqlite + mySql;
        },
    };

    /// <summary>All of <c>verify</c> on a long history, against what the slower engine alone takes to be migrated.</summary>
    public static Comparison Adoption(BenchProject project, BenchServer server, string suffix) => new()
    {
        Name = $"verify --no-build, warm server{suffix}",
        Against = "the slower of 2 × dotnet ef database update --no-build",
        Bound = 1,
        ResetAsync = () => Task.CompletedTask,
        OursAsync = () => project.Ours("verify", "--no-build", "--mysql", server.ConnectionString).RunAsync(),
        TheirsAsync = async () =>
        {
            var (sqlite, mySql) = await UpdateBothAsync(project, server);
            return sqlite > mySql ? sqlite : mySql;
        },
    };

    private static async Task<(TimeSpan Sqlite, TimeSpan MySql)> UpdateBothAsync(BenchProject project, BenchServer server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{Interlocked.Increment(ref s_databases)}");
        // Another run that was killed may have left its own.
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{name}_{Environment.ProcessId}.db"));
        try
        {
            return (
                await project.Ef("sqlite", "database", "update", "--no-build", "--connection", $"Data Source={file}").RunAsync(),
                await project.Ef("mysql", "database", "update", "--no-build", "--connection", server.Database(name)).RunAsync());
        }
        finally
        {
            foreach (var leftover in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
            {
                File.Delete(leftover);
            }
        }
    }
}
