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

    [Fact]
    public async Task An_unreadable_dependency_file_is_not_a_crash() =>
        await HostAssert.FailsAsync("deps-file-unreadable", ExitCode.Incomplete, () => StartAsync("{"));

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
