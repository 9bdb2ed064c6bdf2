namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>Applications that are built once; each test gets a copy with what was built, for commands with <c>--no-build</c>.</summary>
public sealed class PreparedApplications(InstalledTool tool) : IDisposable
{
    private readonly Dictionary<string, Task<Sandbox>> _made = new(StringComparer.Ordinal);

    /// <summary>The smallest application, without migrations.</summary>
    public Task<Sandbox> MiniAsync() => CopyAsync("mini", async () =>
    {
        var sandbox = new MiniApp().In(tool);
        await SucceedAsync(sandbox.RunAsync("dotnet", ["build"], CancellationToken.None));
        return sandbox;
    });

    /// <summary>The smallest application with the pair <c>Init</c>.</summary>
    public Task<Sandbox> MiniWithPairAsync() => CopyAsync("pair", async () =>
    {
        var sandbox = await MiniAsync();
        await SucceedAsync(sandbox.RunAsync("add", "Init", "--no-build"));
        await SucceedAsync(sandbox.RunAsync("dotnet", ["build"], CancellationToken.None));
        return sandbox;
    });

    /// <summary>The same with a MySQL migration that sleeps for <c>SLEEP(97)</c>.</summary>
    public Task<Sandbox> SlowMiniAsync() => CopyAsync("slow", async () =>
    {
        var sandbox = await MiniWithPairAsync();
        var file = MySqlMigration(sandbox);
        var text = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
        const string Start = "protected override void Up(MigrationBuilder migrationBuilder)\n        {\n";
        Assert.Contains(Start, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(Start, Start + "            migrationBuilder.Sql(\"DO SLEEP(97)\");\n", StringComparison.Ordinal));
        await SucceedAsync(sandbox.RunAsync("dotnet", ["build"], CancellationToken.None));
        return sandbox;
    });

    /// <summary>A copy of <c>tests/samples/NAME</c>.</summary>
    public Task<Sandbox> SampleAsync(string name) => CopyAsync(name, async () =>
    {
        var sandbox = Sandbox.OfSample(tool, name);
        await SucceedAsync(sandbox.RunAsync("list"));
        return sandbox;
    });

    public static string MySqlMigration(Sandbox sandbox) =>
        Directory.EnumerateFiles(sandbox.PathOf("Migrations", "MySql"), "*_Init.cs").Single();

    public void Dispose()
    {
        foreach (var made in _made.Values.Where(made => made.IsCompletedSuccessfully))
        {
            made.Result.Dispose();
        }
    }

    private async Task<Sandbox> CopyAsync(string name, Func<Task<Sandbox>> make)
    {
        if (!_made.TryGetValue(name, out var made))
        {
            _made[name] = made = make();
        }

        return (await made).Copy();
    }

    private static async Task SucceedAsync(Task<ToolResult> running)
    {
        var result = await running;
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
