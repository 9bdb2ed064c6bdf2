namespace MigrateBoth.Bench;

/// <summary>A generated application with both providers' migrations, using the packed packages as a user does.</summary>
internal sealed class BenchProject
{
    private static string Manifest(string packageVersion) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RootNamespace>Bench</RootNamespace>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="MigrateBoth.EntityFrameworkCore" Version="{packageVersion}" />
            <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23" PrivateAssets="all" />
            <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" />
            <PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" />
          </ItemGroup>
        </Project>
        """;

    private readonly BenchOptions _options;
    private readonly int _entities;
    private readonly int _mappings;

    private BenchProject(BenchOptions options, string name, int entities, int mappings)
    {
        _options = options;
        _entities = entities;
        _mappings = mappings;
        Directory = Path.Combine(options.WorkDirectory, name);
    }

    public string Directory { get; }

    /// <summary>Generates and builds the project and its first pair of migrations, cut into <paramref name="migrations"/> pieces.</summary>
    public static Task<BenchProject> CreateAsync(BenchOptions options, string name, int entities, int migrations, int mappings = 0) =>
        CreateAsync(options, name, entities, migrations, migrations, mappings);

    /// <summary>The same with histories of different length, as old projects have them; a baseline lets only what they build count.</summary>
    public static async Task<BenchProject> CreateAsync(BenchOptions options, string name, int entities, int sqliteMigrations, int mySqlMigrations, int mappings = 0)
    {
        var project = new BenchProject(options, name, entities, mappings);
        System.IO.Directory.CreateDirectory(project.Directory);
        await project.WriteAsync("Bench.csproj", Manifest(options.PackageVersion));
        await project.WriteAsync("Program.cs", "return;");
        await project.WriteAsync("Model.cs", ModelSource.Of(entities, withExtraProperty: false, mappings));
        await project.WriteAsync("migrateboth.json", """{ "project": "Bench.csproj", "layout": "folders" }""");
        // Nothing above the generated project may reach it, just as in a user's own folder.
        await project.WriteAsync("Directory.Build.props", "<Project />");
        await project.WriteAsync("Directory.Packages.props", "<Project />");
        await project.WriteAsync("nuget.config",
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{options.Packages}" />
              </packageSources>
            </configuration>
            """);
        await project.WriteAsync("global.json", "{}");
        await project.Ours("add", "Init").RunAsync();
        var sqlite = MigrationSplitter.Split(Path.Combine(project.Directory, "Migrations", "Sqlite"), sqliteMigrations);
        var mySql = MigrationSplitter.Split(Path.Combine(project.Directory, "Migrations", "MySql"), mySqlMigrations);
        if (sqliteMigrations != mySqlMigrations)
        {
            await project.WriteAsync("migrateboth.json",
                $$"""{ "project": "Bench.csproj", "layout": "folders", "baseline": { "sqlite": "{{sqlite}}", "mysql": "{{mySql}}" } }""");
        }

        await project.BuildAsync();
        System.IO.Directory.CreateDirectory(project.Backup);
        Copy(project.Migrations, project.Backup);
        return project;
    }

    /// <summary>The tool with the given arguments.</summary>
    public Command Ours(params string[] arguments) => Command.In(Directory, [_options.Tool, .. arguments]);

    /// <summary><c>dotnet ef</c> for one provider.</summary>
    public Command Ef(string databaseType, params string[] arguments) =>
        Command.In(Directory, ["dotnet", "ef", .. arguments]).With("DATABASE_TYPE", databaseType);

    /// <summary>Builds it as it is.</summary>
    public Task BuildAsync() => Command.In(Directory, "dotnet", "build", "--nologo", "-v", "quiet").RunAsync();

    /// <summary>Changes the model, so that there is something to add.</summary>
    public Task ChangeModelAsync() => WriteAsync("Model.cs", ModelSource.Of(_entities, withExtraProperty: true, _mappings));

    /// <summary>Puts migrations and model back.</summary>
    public async Task ResetAsync()
    {
        System.IO.Directory.Delete(Migrations, recursive: true);
        Copy(Backup, Migrations);
        var original = ModelSource.Of(_entities, withExtraProperty: false, _mappings);
        if (await File.ReadAllTextAsync(Path.Combine(Directory, "Model.cs")) != original)
        {
            await WriteAsync("Model.cs", original);
        }
    }

    private string Migrations => Path.Combine(Directory, "Migrations");

    private string Backup => Directory + ".migrations";

    private Task WriteAsync(string name, string content) => File.WriteAllTextAsync(Path.Combine(Directory, name), content);

    private static void Copy(string from, string to)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(file));
        }
    }
}
