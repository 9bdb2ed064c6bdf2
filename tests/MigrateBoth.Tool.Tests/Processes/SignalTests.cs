using System.Diagnostics;
using System.Globalization;

namespace MigrateBoth.Tool.Tests.Processes;

/// <summary>The tool as a process of its own, so that the signals are real.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-signal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_during_the_build_ends_the_build_and_the_tool(string signal, int exitCode)
    {
        var marker = Path.Combine(_folder.FullName, "pid");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Data.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <Target Name="Hang" BeforeTargets="CoreCompile"><Exec Command="echo $$ &gt; {marker}; exec sleep 600" /></Target>
            </Project>
            """);
        using var tool = Start("status", "--format", "json");
        var output = tool.StandardOutput.ReadToEndAsync();
        var error = tool.StandardError.ReadToEndAsync();
        while (!File.Exists(marker) || (await File.ReadAllTextAsync(marker)).Length == 0)
        {
            Assert.False(tool.HasExited, "the tool ended before the build hung");
            await Task.Delay(50);
        }

        using var kill = Process.Start("kill", ["-s", signal, tool.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await tool.WaitForExitAsync(patience.Token);

        Assert.Equal(exitCode, tool.ExitCode);
        Assert.Contains($"\"exitCode\": {exitCode}", await output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        Assert.True(await Children.IsGoneAsync(int.Parse(await File.ReadAllTextAsync(marker), CultureInfo.InvariantCulture)), "the build's child is still there");
    }

    /// <summary>A shell that runs tests in the background has SIGINT ignored, and children inherit that: <c>env</c> undoes it.</summary>
    private Process Start(params string[] args) => Process.Start(new ProcessStartInfo(
        "env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "dotnet-migrate-both.dll"), .. args])
    {
        WorkingDirectory = _folder.FullName,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
