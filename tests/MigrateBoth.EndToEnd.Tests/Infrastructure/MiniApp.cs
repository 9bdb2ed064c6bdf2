namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The smallest application that has everything; each test changes the one thing it is about.</summary>
internal sealed record MiniApp
{
    /// <summary>Package references of the project.</summary>
    public IReadOnlyList<string> Packages { get; init; } =
    [
        $"""<PackageReference Include="MigrateBoth.EntityFrameworkCore" Version="{Repository.PackageVersion}" />""",
        """<PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23" PrivateAssets="all" />""",
        """<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" />""",
        """<PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" />""",
    ];

    /// <summary>The context and its entities.</summary>
    public string Model { get; init; } =
        """
        using Microsoft.EntityFrameworkCore;

        namespace Mini;

        public class MiniContext(DbContextOptions<MiniContext> options) : DbContext(options)
        {
            public DbSet<Note> Notes => Set<Note>();

            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                Saboteur.Act();
                modelBuilder.Entity<Note>().Property(note => note.Title).HasMaxLength(100);
            }
        }

        public class Note
        {
            public int Id { get; set; }
            public required string Title { get; set; }
        }
        """;

    /// <summary>What the application does wrong when the environment variable <c>SABOTAGE</c> says so.</summary>
    public const string Saboteur =
        """
        using System.Diagnostics;

        namespace Mini;

        internal static class Saboteur
        {
            public static void Act()
            {
                Console.WriteLine("{ \"this\": \"is not for anybody's pipe\" }");
                switch (Environment.GetEnvironmentVariable("SABOTAGE"))
                {
                    case "throw":
                        throw new InvalidOperationException("The warehouse is closed.");
                    case "kill":
                        Console.Error.WriteLine("last words of the application");
                        Process.GetCurrentProcess().Kill();
                        break;
                    case "hang":
                        Thread.Sleep(Timeout.Infinite);
                        break;
                }
            }
        }
        """;

    public string Factory { get; init; } =
        """
        using MigrateBoth.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Design;

        namespace Mini;

        public class MiniContextFactory : IDesignTimeDbContextFactory<MiniContext>
        {
            public MiniContext CreateDbContext(string[] args)
            {
                var type = Environment.GetEnvironmentVariable("DATABASE_TYPE") ?? "sqlite";
                var builder = new DbContextOptionsBuilder<MiniContext>();
                builder.UseMigrateBoth(type, type == "sqlite" ? "sqlite:///mini.db" : "mysql://nobody@127.0.0.1:1/mini");
                return new MiniContext(builder.Options);
            }
        }
        """;

    public string Configuration { get; init; } = """{ "layout": "folders" }""";

    /// <summary>Writes the application into an empty folder.</summary>
    public Sandbox In(InstalledTool tool)
    {
        var sandbox = Sandbox.Empty(tool);
        File.WriteAllText(
            sandbox.PathOf("Mini.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", Packages)}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(sandbox.PathOf("Program.cs"), "return;");
        File.WriteAllText(sandbox.PathOf("Model.cs"), Model);
        File.WriteAllText(sandbox.PathOf("Saboteur.cs"), Saboteur);
        if (Factory.Length > 0)
        {
            File.WriteAllText(sandbox.PathOf("Factory.cs"), Factory);
        }

        File.WriteAllText(sandbox.PathOf("migrateboth.json"), Configuration);
        return sandbox;
    }
}
