using MigrateBoth.Tool.Commands.Init;

namespace MigrateBoth.Tool.Tests.Commands.Init;

/// <summary>What a project gets from the files that MSBuild reads with it.</summary>
public sealed class ProjectFilesTests
{
    private const string Ef = """<ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="$(EfVersion)" /></ItemGroup>""";

    [Theory]
    [InlineData("an import of the file above", """<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />""", "")]
    [InlineData("an import by folder", """<Import Project="$([MSBuild]::GetDirectoryNameOfFileAbove('$(MSBuildThisFileDirectory)..', 'Directory.Build.props'))/Directory.Build.props" />""", "")]
    [InlineData("an import of the project's", "<PropertyGroup><Root>$(MSBuildThisFileDirectory)../</Root></PropertyGroup>", """<Import Project="$(Root)Directory.Build.props" />""")]
    [InlineData("an import relative to the project", "", """<Import Project="..\..\Directory.Build.props" />""")]
    public void Imports_are_followed(string way, string props, string own)
    {
        using var folder = new SolutionFolder()
            .With("Directory.Build.props", $"<Project><PropertyGroup><Major>9</Major><EfVersion>$(Major).0.23</EfVersion><OutputType>Exe</OutputType></PropertyGroup>{Ef}</Project>")
            .With("src/Directory.Build.props", $"<Project>{props}</Project>")
            .Project("src/App/App.csproj", own);

        var facts = Read(folder, "src/App/App.csproj");

        Assert.True(facts.IsExecutable, way);
        Assert.Equal("9.0.23", facts.Packages["Microsoft.EntityFrameworkCore.Sqlite"]);
    }

    [Fact]
    public void References_by_properties_and_lists_lead_to_their_projects()
    {
        using var folder = new SolutionFolder()
            .With("Directory.Build.props", "<Project><PropertyGroup><Sources>$(MSBuildThisFileDirectory)src/</Sources></PropertyGroup></Project>")
            .Project("src/App/App.csproj", """<ItemGroup><ProjectReference Include="$(Sources)Data/Data.csproj;..\Lite\Lite.csproj" /><ProjectReference Include="$(MSBuildThisFileDirectory)../Server/Server.csproj" /></ItemGroup>""");

        Assert.Equal(
            ["src/Data/Data.csproj", "src/Lite/Lite.csproj", "src/Server/Server.csproj"],
            Read(folder, "src/App/App.csproj").References.Select(path => Path.GetRelativePath(folder.Directory, path).Replace('\\', '/')));
    }

    [Theory]
    [InlineData("""Condition="$(MSBuildProjectName.EndsWith('Tests'))" """, false)]
    [InlineData("""Condition="'$(MSBuildProjectName)' == 'Other'" """, false)]
    [InlineData("""Condition="'$(IsTestProject)' == 'true' and '$(Nothing)' == ''" """, false)]
    [InlineData("""Condition="!$(MSBuildProjectName.Contains('App'))" """, false)]
    [InlineData("""Condition="'$(Nothing)' != '' or $(MSBuildProjectName.StartsWith('App'))" """, true)]
    [InlineData("""Condition="'$(TargetFramework)' != 'net48'" """, true)]
    [InlineData("", true)]
    public void A_condition_about_the_project_decides_what_it_inherits(string condition, bool isTest)
    {
        using var folder = new SolutionFolder()
            .With("Directory.Build.props", $"""<Project><ItemGroup {condition}><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.0" /></ItemGroup></Project>""")
            .Project("App/App.csproj");

        Assert.Equal(isTest, Read(folder, "App/App.csproj").IsTest);
    }

    [Theory]
    [InlineData("""<Project Sdk="MSTest.Sdk/3.8.0" />""", true, false)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup></Project>""", true, false)]
    [InlineData("""<Project><Sdk Name="Microsoft.NET.Sdk.Web" /></Project>""", false, true)]
    [InlineData("""<Project><Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk.Web" /></Project>""", false, true)]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk" />""", false, false)]
    public void A_project_says_in_several_ways_what_it_is(string text, bool isTest, bool isExecutable)
    {
        using var folder = new SolutionFolder().With("App/App.csproj", text);

        var facts = Read(folder, "App/App.csproj");

        Assert.Equal((isTest, isExecutable), (facts.IsTest, facts.IsExecutable));
    }

    [Fact]
    public void A_property_that_is_set_where_it_is_not_set_yet_has_its_value()
    {
        using var folder = new SolutionFolder().Project("App/App.csproj", """<PropertyGroup><AssemblyName Condition="'$(AssemblyName)' == ''">Acme.App</AssemblyName><One Condition="'$(Two)' == ''">1</One><Two Condition="'$(One)' == ''">2</Two></PropertyGroup>""");

        Assert.Equal("Acme.App", Read(folder, "App/App.csproj").AssemblyName);
    }

    [Fact]
    public void Versions_kept_in_one_place_before_there_was_a_file_for_them_are_found()
    {
        using var folder = new SolutionFolder()
            .With("Directory.Build.targets", """<Project><ItemGroup><PackageReference Update="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" /></ItemGroup></Project>""")
            .Project("App/App.csproj", """<ItemGroup><PackageReference Include="Pomelo.EntityFrameworkCore.MySql" /></ItemGroup>""");

        var facts = Read(folder, "App/App.csproj");

        Assert.Equal(("9.0.0", false), (facts.Packages["Pomelo.EntityFrameworkCore.MySql"], facts.HasCentralVersions));
    }

    [Fact]
    public void Files_of_another_folder_that_a_project_compiles_are_read()
    {
        using var folder = new SolutionFolder()
            .With("Shared/Data/ShopContext.cs", "namespace Shop; public class ShopContext : DbContext { }")
            .With("Shared/One.cs", "namespace Shop; public class One { }")
            .Project("App/App.csproj", """<ItemGroup><Compile Include="..\Shared\Data\**\*.cs" LinkBase="Data" /><Compile Include="..\Shared\One.cs" Link="One.cs" /></ItemGroup>""");

        Assert.Equal(["Shop.One", "Shop.ShopContext"], Read(folder, "App/App.csproj").Classes.Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_one_line_of_code_names_namespaces_that_differ_from_their_folders()
    {
        const string Migration = "namespace Acme.{0} {{ [DbContext(typeof(Shop.ShopContext))] [Migration(\"20250101000000_Init\")] partial class Init {{ void A() {{ b.HasAnnotation(\"{1}\", 1); }} }} }}";
        using var folder = new SolutionFolder().Shop()
            .With("Storage/One/1.Designer.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Migration, "Embedded", "Sqlite:Autoincrement"))
            .With("Storage/Two/1.Designer.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Migration, "Storage.Two", "MySql:CharSet"));

        var run = await folder.RunAsync("--yes");

        Assert.Contains(".UseMigrateBoth(o => o.MigrationNamespaces(sqlite: \"Acme.Embedded\", mySql: \"Storage.Two\"))", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"migrations\": \"Storage/One\"", folder.Read("migrateboth.json"), StringComparison.Ordinal);
    }

    private static ProjectFacts Read(SolutionFolder folder, string path) => ProjectReader.Read(Path.Combine(folder.Directory, path));
}
