using System.Diagnostics;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Tests.Docs;

namespace MigrateBoth.Tool.Tests.Projects;

/// <summary>The build package sees a change of a migrations project that the start-up project does not refer to, because the tool names it.</summary>
public sealed class CheckedProjectsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("migrateboth-checked-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Projects_that_the_start_up_project_does_not_refer_to_are_named_with_their_assemblies()
    {
        var (app, referenced, other) = (Project("App"), Project("App.Sqlite"), Project("App.MySql"));
        Write("App/obj/project.assets.json", """{ "libraries": { "App.Sqlite/1.0.0": { "type": "project", "msbuildProject": "../App.Sqlite/App.Sqlite.csproj" } } }""");
        var list = Path.Combine(_folder, "projects.txt");
        var console = new ToolConsole
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            WorkingDirectory = _folder,
            Environment = new Dictionary<string, string> { [CheckedProjectsFile.Variable] = list },
        };

        CheckedProjectsFile.Write(console, new MigrateBothConfiguration { BaseDirectory = _folder, File = "/shop/migrateboth.json" }, new BuiltProject { Project = app, Startup = app, SqliteMigrations = referenced, MySqlMigrations = other });

        Assert.Equal(["/shop/migrateboth.json", $"{other.ProjectFile}|{other.AssemblyPath}"], File.ReadAllLines(list));
    }

    [Fact]
    public void The_check_runs_again_when_such_a_project_changes_and_only_then()
    {
        // The targets as they are, with a script in place of dotnet, and a project that has no more than they ask for.
        var targets = Write("package/build/MigrateBoth.MSBuild.targets", File.ReadAllText(Path.Combine(Checkout.Root, "src", "MigrateBoth.MSBuild", "build", "MigrateBoth.MSBuild.targets")));
        Write("package/tools/dotnet-migrate-both.dll", "the tool");
        Write("App/bin/App.dll", "the application");
        var source = Write("Migrations/20260101000000_Init.cs", "class Init;");
        var ignored = Write("Migrations/obj/Generated.cs", "class Generated;");
        var assembly = Write("Migrations/bin/Migrations.dll", "the migrations");
        Write("Migrations/Migrations.csproj", "<Project />");
        var dotnet = Write("dotnet.sh", $"""
            #!/bin/sh
            echo run >> '{_folder}/runs.txt'
            echo '{_folder}/Migrations/Migrations.csproj|{assembly}' > "$MIGRATEBOTH_CHECKED_PROJECTS"
            """);
#pragma warning disable CA1416 // The test runs where /bin/sh is.
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        var app = Write("App/App.proj", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><Configuration>Debug</Configuration><IntermediateOutputPath>obj/</IntermediateOutputPath>
                <TargetPath>$(MSBuildProjectDirectory)/bin/App.dll</TargetPath><DOTNET_HOST_PATH>{dotnet}</DOTNET_HOST_PATH>
              </PropertyGroup>
              <Target Name="ResolveAssemblyReferences" /><Target Name="Build" />
              <Import Project="{targets}" />
            </Project>
            """);
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        }

        Assert.Equal(1, RunsAfterBuild(app));
        Assert.Equal(1, RunsAfterBuild(app));

        File.AppendAllText(ignored, "// anew");
        Assert.Equal(1, RunsAfterBuild(app));

        File.AppendAllText(source, "// changed");
        Assert.Equal(2, RunsAfterBuild(app));

        File.AppendAllText(assembly, ", built anew");
        Assert.Equal(3, RunsAfterBuild(app));
        Assert.Equal(3, RunsAfterBuild(app));
    }

    private int RunsAfterBuild(string project)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-t:Build", "-nologo", "-tl:off"]) { RedirectStandardOutput = true, WorkingDirectory = _folder };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return File.ReadAllLines(Path.Combine(_folder, "runs.txt")).Length;
    }

    private ProjectOutput Project(string name)
    {
        var file = Write($"{name}/{name}.csproj", "<Project />");
        return new ProjectOutput(file, Path.Combine(Path.GetDirectoryName(file)!, "bin", $"{name}.dll"), name, name, "net10.0", "enable", "C#");
    }

    private string Write(string path, string text)
    {
        var file = Path.Combine(_folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
