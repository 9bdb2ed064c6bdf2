using System.Text.RegularExpressions;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Providers;

/// <summary>Every layout with Oracle's provider on EF Core 10: SQLite's history is adopted, MySQL's is new; then every command in the order of a working day.</summary>
[Collection(WithInstalledTool.Name)]
[Trait("Category", "Long")]
public sealed partial class OracleLayoutTests(InstalledTool tool, MySqlContainer server)
{
    [Theory]
    [InlineData("Folders")]
    [InlineData("Projects")]
    [InlineData("Contexts")]
    public async Task Every_command_works_in(string layout)
    {
        using var sandbox = await NotesAsync(layout);
        sandbox.Environment["MIGRATEBOTH_MYSQL"] = server.Database(string.Empty);
        var database = $"oracle_{layout.ToLowerInvariant()}";
        string[] databases = ["--mysql", server.Database(database), "--sqlite", sandbox.PathOf("notes.db")];

        var adopted = Succeeded(await sandbox.RunAsync("init", "--adopt", "--yes"));
        Assert.Contains("MySql.EntityFrameworkCore 10.0.12", adopted.Output, StringComparison.Ordinal);
        Assert.Contains("the first migration of MySQL", adopted.Output, StringComparison.Ordinal);

        Replace(sandbox, "Note.cs", "public string? Body", "public int Rating { get; set; }\n\n    public string? Body");
        Assert.Equal(1, (await sandbox.RunAsync("status")).ExitCode);
        Succeeded(await sandbox.RunAsync("add", "AddRating"));
        Succeeded(await sandbox.RunAsync("verify", "--skip", "behaviour"));

        await server.ScalarAsync(string.Empty, $"CREATE DATABASE {database}");
        Succeeded(await sandbox.RunAsync("script", "--idempotent", "--output", "sql"));
        await server.PipeAsync(database, await File.ReadAllTextAsync(sandbox.PathOf("sql", "mysql.sql")));
        await server.PipeAsync(database, await File.ReadAllTextAsync(sandbox.PathOf("sql", "mysql.sql")));
        Succeeded(await sandbox.RunAsync("diff", "mysql:" + server.Database(database), "migrations:mysql"));

        Succeeded(await sandbox.RunAsync(["apply", .. databases]));
        var refused = await sandbox.RunAsync(["remove", .. databases]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("is applied to", refused.Error, StringComparison.Ordinal);
        Succeeded(await sandbox.RunAsync(["apply", .. databases, "--to", "0"]));
        Succeeded(await sandbox.RunAsync(["remove", .. databases]));
        Assert.DoesNotContain("AddRating", Succeeded(await sandbox.RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Contains("MySql.EntityFrameworkCore 10.0.12", Succeeded(await sandbox.RunAsync("doctor")).Output, StringComparison.Ordinal);

        // The model is ahead of its history again, and the build package says so in a build.
        var startup = Directory.GetFiles(sandbox.Root, layout == "Projects" ? "Notes.App.csproj" : "Notes.csproj", SearchOption.AllDirectories).Single();
        Replace(sandbox, Path.GetFileName(startup), "<ItemGroup>", $"""<ItemGroup><PackageReference Include="MigrateBoth.MSBuild" Version="{Repository.PackageVersion}" PrivateAssets="all" />""");
        var build = await sandbox.RunAsync("dotnet", ["build", startup, "-nologo", "-tl:off"], CancellationToken.None);
        Assert.True(build.ExitCode == 1, build.ToString());
        Assert.Contains("error MB101", build.Output, StringComparison.Ordinal);
    }

    /// <summary>The sample as its author would move it: packages, one call, no MySQL history yet.</summary>
    private async Task<Sandbox> NotesAsync(string layout)
    {
        var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", layout));
        File.Delete(sandbox.PathOf("migrateboth.json"));
        foreach (var file in Directory.EnumerateFiles(sandbox.Root, "*.cs*", SearchOption.AllDirectories))
        {
            if (Path.GetDirectoryName(file)!.EndsWith(Path.Combine("Migrations", "MySql"), StringComparison.Ordinal) || file.Contains("Migrations.MySql" + Path.DirectorySeparatorChar + "Migrations", StringComparison.Ordinal))
            {
                File.Delete(file);
                continue;
            }

            var text = (await File.ReadAllTextAsync(file))
                .Replace("9.0.23", "10.0.15", StringComparison.Ordinal)
                .Replace("\"Pomelo.EntityFrameworkCore.MySql\" Version=\"9.0.0\"", "\"MySql.EntityFrameworkCore\" Version=\"10.0.12\"", StringComparison.Ordinal)
                .Replace("Database.IsMySql()", "Database.ProviderName == \"MySql.EntityFrameworkCore\"", StringComparison.Ordinal)
                .Replace("UseMySql(", "UseMySQL(", StringComparison.Ordinal);
            await File.WriteAllTextAsync(file, ServerVersion().Replace(text, string.Empty));
        }

        return sandbox;
    }

    private static void Replace(Sandbox sandbox, string name, string from, string to)
    {
        var file = Directory.GetFiles(sandbox.Root, name, SearchOption.AllDirectories).Single();
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static ToolResult Succeeded(ToolResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }

    [GeneratedRegex("""\s*,\s*(?:ServerVersion\.Parse\("[^"]*"\)|new MySqlServerVersion\(new Version\([\d, ]*\)\))(?=[,)])""")]
    private static partial Regex ServerVersion();
}
