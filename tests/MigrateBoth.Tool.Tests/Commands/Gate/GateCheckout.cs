using System.Diagnostics;
using System.Text.Json.Nodes;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Gate;

/// <summary>A repository with a project, a library it refers to, both sides' migrations and a configuration; build and servers are fakes, the files are real.</summary>
internal sealed class GateCheckout : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("migrateboth-gate-");

    public GateCheckout()
    {
        Git("init", "-q");
        Write("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" /></ItemGroup></Project>""");
        Write("README.md", "A shop.\n");
        Write("migrateboth.json", Configuration);
        Write(
            "src/App/App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="..\Shared\Shared.csproj" />
                <EmbeddedResource Include="Seed/**/*.csv" />
                <Compile Include="..\..\linked\Clock.cs" Link="Clock.cs" />
                <Compile Remove="Generated/**" />
                <Compile Remove="Optional/**" Condition="'$(Optional)' != 'true'" />
                <Reference Include="Legacy"><HintPath>..\..\lib\Legacy.dll</HintPath></Reference>
                <None Include="../../README.md" Pack="true" PackagePath="/" />
              </ItemGroup>
              <Import Project="..\..\common\Common.projitems" Label="Shared" />
            </Project>
            """);
        Write("common/Common.projitems", """<Project><ItemGroup><Compile Include="$(MSBuildThisFileDirectory)Audit.cs" /></ItemGroup></Project>""");
        Write("common/Audit.cs", "public class Audit;\n");
        Write("lib/Legacy.dll", "MZ\0");
        Write("src/App/Optional/Extra.cs", "public class Extra;\n");
        Write("src/App/Model.cs", "public class Order { public int Id { get; set; } }\n");
        Write("src/App/Features/bin/Kept.cs", "public class Kept;\n");
        Write("src/App/Seed/2026/countries.csv", "DE,Germany\n");
        Write("src/App/Migrations/Sqlite/20260101000000_Init.cs", "public partial class Init : Migration { }\n");
        Write("src/App/Migrations/Sqlite/ShopContextModelSnapshot.cs", "partial class ShopContextModelSnapshot : ModelSnapshot { }\n");
        Write("src/App/Migrations/MySql/20260101000000_Init.cs", "public partial class Init : Migration { }\n");
        Write("src/App/Migrations/MySql/20260101000000_Init.Designer.cs", "[Migration(\"20260101000000_Init\")]\npartial class Init { }\n");
        Write("src/App/Migrations/MySql/ShopContextModelSnapshot.cs", "partial class ShopContextModelSnapshot : ModelSnapshot { }\n");
        Write("src/Shared/Shared.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write("src/Shared/Money.cs", "public readonly record struct Money(decimal Amount);\n");
        Write("linked/Clock.cs", "public class Clock;\n");
    }

    public const string Configuration = """{ "project": "src/App", "layout": "folders", "rules": { "MB207": "warning" }, "mysql": { "version": "8.4" } }""";

    public FakeApplication App { get; } = new();

    public FakeClock Clock { get; } = new(Start);

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Root => _root.FullName;

    public string PathOf(string relative) => Path.Combine(_root.FullName, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    public void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public void Append(string relative, string text) => File.AppendAllText(PathOf(relative), text);

    public Task<ToolRun> VerifyAsync(params string[] arguments) => RunAsync(["verify", "--report", "json=verify.json", .. arguments]);

    public Task<ToolRun> GateAsync(params string[] arguments) => RunAsync(["gate", "--report", "verify.json", "--format", "json", .. arguments]);

    public Task<ToolRun> RunAsync(params string[] arguments) => RunInAsync(Root, arguments);

    public Task<ToolRun> RunInAsync(string folder, params string[] arguments) =>
        ToolRun.With(App.Services with { Clock = Clock }, folder, new Dictionary<string, string>(Environment), null, arguments);

    /// <summary>Edits the report and leaves its digest as it is.</summary>
    public void EditReport(Action<JsonNode> edit)
    {
        var report = JsonNode.Parse(File.ReadAllText(PathOf("verify.json")))!;
        edit(report);
        Write("verify.json", report.ToJsonString());
    }

    /// <summary>Edits the report and computes a new digest for it.</summary>
    public void ForgeReport(Action<JsonNode> edit) => EditReport(report =>
    {
        edit(report);
        report["seal"]!["integrity"] = Sealing.ReportSeal.Integrity(Sealing.ReportSeal.Content(System.Text.Json.JsonSerializer.SerializeToElement(report)));
    });

    public static IEnumerable<string> Codes(ToolRun run) => run.Json.GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("code").GetString()!);

    public void Dispose()
    {
        App.Dispose();
        _root.Delete(recursive: true);
    }
}
