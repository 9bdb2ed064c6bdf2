using System.Text.Json;

using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.DesignHost.Tests;

public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("""{"libraries":{"Microsoft.EntityFrameworkCore.Relational/9.0.23":{}}}""", "ef-design-missing")]
    [InlineData("""{"libraries":{"Newtonsoft.Json/13.0.1":{}}}""", "ef-missing")]
    [InlineData("""{"libraries":{"Microsoft.EntityFrameworkCore.Relational/7.0.1":{},"Microsoft.EntityFrameworkCore.Design/7.0.1":{}}}""", "ef-version-unsupported")]
    [InlineData("""{"libraries":{"Microsoft.EntityFrameworkCore.Relational/99.0.0-rc.1":{},"Microsoft.EntityFrameworkCore.Design/99.0.0":{}}}""", "ef-version-unsupported")]
    public async Task What_the_application_lacks_is_said_before_anything_starts(string dependencies, string code)
    {
        var error = await HostAssert.FailsAsync(code, ExitCode.Configuration, () => StartAsync(dependencies));

        Assert.Contains("App.csproj", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_Design_package_comes_with_the_command_that_adds_it()
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(
            () => StartAsync("""{"libraries":{"Microsoft.EntityFrameworkCore.Relational/9.0.23":{}}}"""));

        Assert.Equal(
            $"dotnet add \"{Path.Combine(_directory.Path, "App.csproj")}\" package Microsoft.EntityFrameworkCore.Design --version 9.0.23", error.Hint);
    }

    [Theory]
    [InlineData("10.0.15", "Pomelo.EntityFrameworkCore.MySql/9.0.0", "provider-version-mismatch", "made for EF Core 9", "package MySql.EntityFrameworkCore --version 10.0.12")]
    [InlineData("8.0.34", "Pomelo.EntityFrameworkCore.MySql/9.0.0", "provider-version-mismatch", "made for EF Core 9", "Update EF Core to 9")]
    [InlineData("9.0.23", "Pomelo.EntityFrameworkCore.MySql/8.0.3", "provider-version-mismatch", "made for EF Core 8", "Stay with EF Core 8")]
    [InlineData("10.0.15", "MySql.EntityFrameworkCore/9.0.6", "provider-version-mismatch", "made for EF Core 9", "package MySql.EntityFrameworkCore --version 10.0.12")]
    [InlineData("9.0.23", "MySql.Data.EntityFrameworkCore/8.0.22", "provider-not-supported", "no release for a later EF Core", "package Pomelo.EntityFrameworkCore.MySql --version 9.0.0")]
    [InlineData("8.0.34", "Devart.Data.MySql.EFCore/9.4.1", "provider-not-supported", "Devart's provider", "package Pomelo.EntityFrameworkCore.MySql")]
    public async Task A_MySQL_provider_that_cannot_work_is_refused_before_anything_starts(
        string efCore, string provider, string code, string message, string hint)
    {
        var error = await HostAssert.FailsAsync(code, ExitCode.Configuration, () => StartAsync(Dependencies(efCore, provider)));

        Assert.Contains("App.csproj", error.Message, StringComparison.Ordinal);
        Assert.Contains(provider.Replace('/', ' '), error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_provider_next_to_a_known_one_is_ignored() =>
        // It continues, to the program that is not there.
        await HostAssert.FailsAsync(
            "host-died", ExitCode.Incomplete, () => StartAsync(Dependencies("9.0.23", "Pomelo.EntityFrameworkCore.MySql/9.0.0", "MySql.EntityFrameworkCore/9.0.6")));

    [Fact]
    public async Task An_unreadable_dependency_file_is_not_a_crash() =>
        await HostAssert.FailsAsync("deps-file-unreadable", ExitCode.Incomplete, () => StartAsync("{"));

    private static string Dependencies(string efCore, params string[] providers)
    {
        string[] libraries = [$"Microsoft.EntityFrameworkCore.Relational/{efCore}", $"Microsoft.EntityFrameworkCore.Design/{efCore}", .. providers];
        return JsonSerializer.Serialize(new { libraries = libraries.ToDictionary(library => library, _ => new object()) });
    }

    public void Dispose() => _directory.Dispose();

    private async Task StartAsync(string dependencies)
    {
        File.WriteAllText(Path.Combine(_directory.Path, "App.deps.json"), dependencies);
        var output = Fixture.Factory.Output with
        {
            ProjectFile = Path.Combine(_directory.Path, "App.csproj"),
            AssemblyPath = Path.Combine(_directory.Path, "App.dll"),
        };
        await using var host = await new DesignHostLauncher().StartAsync(
            Fixture.Factory.Built with { Startup = output }, Fixture.Factory.Configuration, [], CancellationToken.None);
    }
}
