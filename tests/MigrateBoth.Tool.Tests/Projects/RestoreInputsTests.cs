using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Tests.Projects;

public sealed class RestoreInputsTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("migrateboth-restore-");
    private readonly Dictionary<string, string> _variables = [];

    public RestoreInputsTests()
    {
        Write("Directory.Build.props", "<Project><PropertyGroup><V>$(PACKAGE_VERSION)</V></PropertyGroup></Project>");
        Write("Data/Data.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write("Data/obj/project.assets.json", """{ "libraries": {} }""");
        Write("Web/Web.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write("Web/obj/project.assets.json", """{ "libraries": { "Data/1.0.0": { "type": "project", "msbuildProject": "../Data/Data.csproj" }, "P/1.0.0": { "type": "package" } } }""");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Nothing_changed_means_the_same_inputs() => Assert.Equal(Describe(), Describe());

    [Theory]
    [InlineData("Web/Web.csproj")]
    [InlineData("Data/Data.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Data/Directory.Build.targets")]
    [InlineData("Web/NuGet.config")]
    [InlineData("global.json")]
    [InlineData("Web/packages.lock.json")]
    [InlineData("Web/Web.csproj.user")]
    [InlineData("Data/obj/project.assets.json")]
    public void A_file_that_is_changed_or_added_changes_the_inputs(string file)
    {
        var before = Describe();

        Write(file, file.EndsWith("assets.json", StringComparison.Ordinal) ? """{ "libraries": { } }""" : "<Project />");

        Assert.NotNull(before);
        Assert.NotEqual(before, Describe());
    }

    [Fact]
    public void A_file_that_is_removed_changes_the_inputs()
    {
        var before = Describe();

        File.Delete(Full("Directory.Build.props"));

        Assert.NotEqual(before, Describe());
    }

    [Fact]
    public void A_source_file_does_not_matter()
    {
        var before = Describe();

        Write("Data/C.cs", "class C;");

        Assert.Equal(before, Describe());
    }

    [Fact]
    public void A_variable_that_a_project_reads_changes_the_inputs()
    {
        var before = Describe();
        _variables["UNRELATED"] = "1";
        Assert.Equal(before, Describe());

        _variables["PACKAGE_VERSION"] = "2";

        Assert.NotEqual(before, Describe());
    }

    [Fact]
    public void The_way_of_building_changes_the_inputs() =>
        Assert.NotEqual(Describe(), Describe(new BuildSettings(false, "Release", null)));

    [Fact]
    public void An_import_of_another_file_is_followed()
    {
        Write("Data/Data.csproj", """<Project Sdk="Microsoft.NET.Sdk"><Import Project="..\common.props" Condition="Exists('..\common.props')" /></Project>""");
        var before = Describe();
        Write("common.props", """<Project><Import Project="$(MSBuildThisFileDirectory)inner/more.props" /></Project>""");
        var between = Describe();
        Write("inner/more.props", "<Project />");

        Assert.NotNull(before);
        Assert.NotEqual(before, between);
        Assert.NotEqual(between, Describe());
    }

    [Theory]
    [InlineData("""<Import Project="$(Somewhere)/common.props" />""")]
    [InlineData("""<Import Project="conf/*.props" />""")]
    [InlineData("""<Import Project="Sdk.props" Sdk="Some.Sdk" />""")]
    [InlineData("""<Import Condition="true" Project='quoted.props' />""")]
    public void An_import_that_could_lead_anywhere_leaves_the_inputs_unknown(string import)
    {
        Write("Data/Data.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{import}</Project>""");

        Assert.Null(Describe());
    }

    [Theory]
    [InlineData("$(MSBuildThisFileDirectory)../Directory.Build.props")]
    [InlineData("../Directory.Build.props")]
    [InlineData("$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))")]
    public void An_import_of_an_inherited_file_is_known_anyway(string path)
    {
        Write("Data/Directory.Build.props", $"""<Project><Import Project="{path}" /></Project>""");

        Assert.NotNull(Describe());
    }

    [Fact]
    public void A_project_that_was_never_restored_leaves_the_inputs_unknown()
    {
        File.Delete(Full("Data/obj/project.assets.json"));

        Assert.Null(Describe());
    }

    private string? Describe(BuildSettings? settings = null) =>
        RestoreInputs.Describe(Full("Web/Web.csproj"), settings ?? new BuildSettings(false, null, null), _variables.GetValueOrDefault);

    private string Full(string path) => Path.Combine(_root.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
