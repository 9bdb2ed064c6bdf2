using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Tests.Output;
using MigrateBoth.Tool.Tests.Processes;

namespace MigrateBoth.Tool.Tests.Projects;

public sealed class ProjectBuilderTests : IDisposable
{
    private const string Library = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><RootNamespace>My.Data</RootNamespace></PropertyGroup></Project>""";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("migrateboth-build-");
    private readonly TranscriptWriter _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _root.Delete(recursive: true);
    }

    [Fact]
    public async Task The_only_project_of_the_folder_is_built_and_described()
    {
        Write("Data.csproj", Library);
        Write("C.cs", "namespace My.Data; public class C;");

        var built = await BuildAsync();

        Assert.Equal(Full("Data.csproj"), built.Project.ProjectFile);
        Assert.True(File.Exists(built.Project.AssemblyPath));
        Assert.Equal("Data", built.Project.AssemblyName);
        Assert.Equal("My.Data", built.Project.RootNamespace);
        Assert.Equal("net10.0", built.Project.TargetFramework);
        Assert.Equal("enable", built.Project.Nullable);
        Assert.Equal("C#", built.Project.Language);
        Assert.Same(built.Project, built.Startup);
        Assert.Same(built.Project, built.SqliteMigrations);
    }

    [Fact]
    public async Task A_startup_project_is_built_with_what_it_refers_to_and_what_it_does_not()
    {
        Write("Data/Data.csproj", Library.Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion>", StringComparison.Ordinal));
        Write("Data/C.cs", "namespace My.Data { public class C { } }");
        Write("Lite/Lite.csproj", Library);
        Write("Web/Web.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../Data/Data.csproj" /></ItemGroup></Project>""");
        Write("Web/P.cs", "System.Console.WriteLine(new My.Data.C());");

        var built = await BuildAsync(new() { Project = Full("Data"), StartupProject = Full("Web/Web.csproj"), Sqlite = new() { Project = Full("Lite") } });

        Assert.Equal("Web", built.Startup.AssemblyName);
        Assert.Equal("net10.0", built.Project.TargetFramework);
        Assert.All([built.Project, built.Startup, built.SqliteMigrations, built.MySqlMigrations], output => Assert.True(File.Exists(output.AssemblyPath), output.AssemblyPath));
        Assert.Equal("Lite", built.SqliteMigrations.AssemblyName);
        Assert.Equal("Data", built.MySqlMigrations.AssemblyName);
    }

    [Fact]
    public async Task A_second_build_leaves_out_the_restore_and_a_changed_project_brings_it_back()
    {
        var trace = Full("restores.txt");
        var project = Library.Replace("</Project>", $"""<Target Name="Trace" BeforeTargets="Restore"><WriteLinesToFile File="{trace}" Lines="restore" /></Target></Project>""", StringComparison.Ordinal);
        Write("Data.csproj", project);
        Write("C.cs", "namespace My.Data; public class C;");

        await BuildAsync();
        await BuildAsync();
        Assert.Single(await File.ReadAllLinesAsync(trace));

        Write("Data.csproj", project.Replace("<Nullable>", "<Description>changed</Description><Nullable>", StringComparison.Ordinal));
        await BuildAsync();
        Assert.Equal(2, (await File.ReadAllLinesAsync(trace)).Length);
    }

    [Fact]
    public async Task No_project_is_wrong_configuration() =>
        await FailsAsync(ExitCode.Configuration, "project-not-found", _root.FullName);

    [Fact]
    public async Task Two_projects_are_named()
    {
        Write("A.csproj", Library);
        Write("B.csproj", Library);

        await FailsAsync(ExitCode.Configuration, "project-ambiguous", "A.csproj, B.csproj");
    }

    [Fact]
    public void The_folder_of_the_configuration_counts_when_the_working_directory_has_no_project()
    {
        Write("Data.csproj", Library);
        Directory.CreateDirectory(Full("sub"));

        Assert.Equal(Full("Data.csproj"), ProjectFinder.Find(new MigrateBothConfiguration { BaseDirectory = _root.FullName, WorkingDirectory = Full("sub") }));
    }

    [Fact]
    public async Task What_is_no_project_file_is_wrong_configuration()
    {
        Write("Data.sln", Library);

        await FailsAsync(ExitCode.Configuration, "project-not-supported", "Data.sln", new() { Project = Full("Data.sln") });
    }

    [Fact]
    public async Task A_project_that_does_not_compile_shows_the_compilers_words()
    {
        Write("Data.csproj", Library);
        Write("C.cs", "namespace My.Data;\npublic class C { int x = \"text\"; }");

        var error = await FailsAsync(ExitCode.Incomplete, "build-failed", "C.cs(2,26): error CS0029: ");

        Assert.Single(error.Message.Split('\n'), line => line.Contains("CS0029", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_that_cannot_be_restored_is_named()
    {
        Write("NuGet.config", """<configuration><packageSources><clear /><add key="none" value="nowhere" /></packageSources></configuration>""");
        Directory.CreateDirectory(Full("nowhere"));
        Write("Data.csproj", Library.Replace("</Project>", """<ItemGroup><PackageReference Include="No.Such.Package" Version="1.0.0" /></ItemGroup></Project>""", StringComparison.Ordinal));

        await FailsAsync(ExitCode.Incomplete, "build-failed", "NU1101");
    }

    [Fact]
    public async Task No_build_without_output_says_so()
    {
        Write("Data.csproj", Library);

        await FailsAsync(ExitCode.Incomplete, "not-built", "Data.dll", settings: new BuildSettings(NoBuild: true, null, null));
    }

    [Fact]
    public async Task A_build_that_is_older_than_its_sources_is_warned_about()
    {
        Write("Data.csproj", Library);
        Write("sub/C.cs", "namespace My.Data; public class C;");
        await BuildAsync();
        var noBuild = new BuildSettings(NoBuild: true, null, null);
        await BuildAsync(settings: noBuild);
        Assert.DoesNotContain("older", _log.ToString(), StringComparison.Ordinal);

        File.SetLastWriteTimeUtc(Full("sub/C.cs"), DateTime.UtcNow.AddMinutes(1));
        await BuildAsync(settings: noBuild);

        Assert.Contains($"warning: the last build of Data.csproj is older than {Full("sub/C.cs")}", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_frameworks_ask_for_one()
    {
        Write("Data.csproj", Library.Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", StringComparison.Ordinal));

        await FailsAsync(ExitCode.Configuration, "framework-ambiguous", "net10.0, netstandard2.0", settings: new BuildSettings(NoBuild: true, null, null));

        var built = await BuildAsync(settings: new BuildSettings(NoBuild: false, "Release", "net10.0"));
        Assert.Equal(Full("bin/Release/net10.0/Data.dll"), built.Project.AssemblyPath);
    }

    [Fact]
    public async Task A_missing_sdk_is_named_with_the_file_that_requires_it()
    {
        Write("Data.csproj", Library);
        Write("global.json", """{ "sdk": { "version": "7.0.100" } }""");

        var error = await FailsAsync(ExitCode.Incomplete, "sdk-not-found", "7.0.100");

        Assert.Contains(Full("global.json"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_kills_the_build_and_its_children()
    {
        var marker = Full("pid");
        Write("Data.csproj", Library.Replace("</Project>", $"""<Target Name="Hang" BeforeTargets="CoreCompile"><Exec Command="echo $$ &gt; {marker}; exec sleep 600" /></Target></Project>""", StringComparison.Ordinal));
        using var cancel = new CancellationTokenSource();

        var build = BuildAsync(cancellationToken: cancel.Token);
        while (!File.Exists(marker) || File.ReadAllText(marker).Length == 0)
        {
            Assert.False(build.IsCompleted, build.Exception?.ToString());
            await Task.Delay(50);
        }

        var child = int.Parse(File.ReadAllText(marker), System.Globalization.CultureInfo.InvariantCulture);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
        Assert.True(await Children.IsGoneAsync(child), $"process {child} is still there");
    }

    private Task<BuiltProject> BuildAsync(ProjectsToBuild? what = null, BuildSettings? settings = null, CancellationToken cancellationToken = default)
    {
        var configuration = new MigrateBothConfiguration
        {
            BaseDirectory = _root.FullName,
            Project = what?.Project,
            StartupProject = what?.StartupProject,
            Sqlite = what?.Sqlite ?? new EngineSettings(),
        };
        var progress = new PlainProgress(_log, verbose: true, quiet: false);
        return new ProjectBuilder(progress).BuildAsync(configuration, settings ?? new BuildSettings(false, null, null), cancellationToken);
    }

    private async Task<MigrateBothException> FailsAsync(ExitCode exitCode, string code, string message, ProjectsToBuild? what = null, BuildSettings? settings = null)
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => BuildAsync(what, settings));
        Assert.Equal(exitCode, error.ExitCode);
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        return error;
    }

    private string Full(string path) => Path.Combine(_root.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    private sealed record ProjectsToBuild
    {
        public string? Project { get; init; }

        public string? StartupProject { get; init; }

        public EngineSettings? Sqlite { get; init; }
    }
}
