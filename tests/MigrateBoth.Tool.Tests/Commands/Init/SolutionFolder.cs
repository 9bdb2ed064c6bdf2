using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Output;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>A folder with the sources of a solution, which is not built: what <c>init</c> reads from them, untried.</summary>
internal sealed class SolutionFolder : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("migrateboth-init-").FullName;

    /// <summary>Why the manifest's tool cannot be installed; null where it can.</summary>
    public string? RestoreFailure { get; set; }

    private ToolServices Services => new() { ToolRestore = (_, _) => Task.FromResult(RestoreFailure) };

    public Task<ToolRun> RunAsync(params string[] args) => ToolRun.With(Services, Directory, environment: null, interruption: null, ["init", "--no-build", .. args]);

    public Task<ToolRun> AnswerAsync(string answer, out TranscriptWriter error)
    {
        error = new TranscriptWriter();
        var (shown, console) = (error, new ToolConsole
        {
            Out = new TranscriptWriter(),
            Error = error,
            Answers = new StringReader(answer),
            WorkingDirectory = Directory,
            Environment = new Dictionary<string, string>(),
        });
        return Run();

        async Task<ToolRun> Run() => new(await MigrateBothApplication.RunAsync(["init", "--no-build"], console, Services, null), console.Out.ToString()!, shown.ToString());
    }

    public SolutionFolder With(string path, string text)
    {
        var file = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public SolutionFolder Project(string path, string content = "", string sdk = "Microsoft.NET.Sdk") => With(path, $"<Project Sdk=\"{sdk}\">{content}</Project>");

    /// <summary>A project with both providers and one context, as most begin.</summary>
    public SolutionFolder Shop(string folder = "") => Project(
            Path.Combine(folder, "Shop.csproj"),
            """
            <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net9.0</TargetFramework></PropertyGroup>
            <ItemGroup>
              <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" />
              <PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" />
            </ItemGroup>
            """)
        .With(Path.Combine(folder, "ShopContext.cs"), "namespace Shop;\npublic sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { }\n");

    public SolutionFolder Migration(string path, string id, string context, string annotation) => With(
        path, $"[DbContext(typeof({context}))]\n[Migration(\"{id}\")]\npartial class M {{ void B() {{ b.HasAnnotation(\"{annotation}\", 1); }} }}");

    public string Read(string path) => File.ReadAllText(Path.Combine(Directory, path));

    public IReadOnlyList<string> Files() => [.. System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Directory, path)).Order(StringComparer.Ordinal)];

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
