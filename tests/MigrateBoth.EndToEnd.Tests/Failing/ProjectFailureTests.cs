using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Failing;

/// <summary>What can be wrong with the user's project, each with its exit code and message.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ProjectFailureTests(InstalledTool tool)
{
    [Fact]
    public async Task A_folder_without_a_project_is_a_configuration_error()
    {
        using var sandbox = Sandbox.Empty(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "project-not-found", "--project");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Two_projects_are_named_and_not_guessed_between()
    {
        using var sandbox = new MiniApp { Configuration = "{}" }.In(tool);
        File.Copy(sandbox.PathOf("Mini.csproj"), sandbox.PathOf("Other.csproj"));

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "project-ambiguous", "Mini.csproj", "Other.csproj");
    }

    [Fact]
    public async Task A_project_that_does_not_compile_shows_the_compilers_error()
    {
        using var sandbox = new MiniApp().In(tool);
        await File.WriteAllTextAsync(sandbox.PathOf("Broken.cs"), "namespace Mini; public class Broken { int Number => \"text\"; }");

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(2, "build-failed", "CS0029", "Broken.cs");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Without_a_build_no_build_says_what_is_missing()
    {
        using var sandbox = new MiniApp().In(tool);

        var result = await sandbox.RunAsync("status", "--no-build", "--format", "json");

        result.AssertFails(2, "not-built", "Mini");
    }

    [Fact]
    public async Task A_project_without_a_context_says_where_it_looked()
    {
        using var sandbox = new MiniApp { Model = "namespace Mini; public class Nothing;", Factory = "" }.In(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "context-not-found", "Mini");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Two_contexts_are_named_and_not_guessed_between()
    {
        var app = new MiniApp();
        using var sandbox = app.In(tool);
        await File.WriteAllTextAsync(
            sandbox.PathOf("Second.cs"),
            """
            using Microsoft.EntityFrameworkCore;
            namespace Mini;
            public class SecondContext(DbContextOptions<SecondContext> options) : DbContext(options);
            """);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "context-ambiguous", "MiniContext", "SecondContext", "--context");
    }

    [Fact]
    public async Task A_missing_provider_comes_with_the_command_that_adds_it()
    {
        using var sandbox = new MiniApp
        {
            Packages =
            [
                """<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" />""",
                """<PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23" PrivateAssets="all" />""",
            ],
            Factory = "",
        }.In(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "provider-missing", "Pomelo.EntityFrameworkCore.MySql", "dotnet add");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_provider_of_another_EF_Core_is_named_before_anything_of_it_fails()
    {
        // NuGet restores such a pair with a warning.
        using var sandbox = new MiniApp
        {
            Packages =
            [
                """<PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.15" />""",
                """<PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="10.0.15" PrivateAssets="all" />""",
                """<PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" />""",
            ],
            Factory = "",
        }.In(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "provider-version-mismatch", "EF Core 10.0.15", "Pomelo.EntityFrameworkCore.MySql 9.0.0", "made for EF Core 9");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_missing_design_package_comes_with_the_command_that_adds_it()
    {
        using var sandbox = new MiniApp { Packages = [new MiniApp().Packages[0]], Factory = "" }.In(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "ef-design-missing", "dotnet add", "Microsoft.EntityFrameworkCore.Design");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_unknown_key_is_named_with_the_nearest_one()
    {
        using var sandbox = new MiniApp { Configuration = """{ "layuot": "folders" }""" }.In(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "unknown-key", "layuot", "layout", "migrateboth.json");
    }

    [Fact]
    public async Task Malformed_configuration_is_shown_with_its_line()
    {
        using var sandbox = new MiniApp { Configuration = "{\n  \"layout\": folders\n}" }.In(tool);

        var result = await sandbox.RunAsync("status", "--format", "json");

        result.AssertFails(78, "malformed-config", "migrateboth.json", "2");
    }
}
