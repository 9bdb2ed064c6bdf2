using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Providers;

/// <summary>The tool and its host where .NET 8 is the only runtime. Everything else here runs them where only .NET 10 is.</summary>
[Collection(WithInstalledTool.Name)]
[Trait("Category", "Long")]
public sealed class OldRuntimeTests(InstalledTool tool, MySqlContainer server)
{
    private const string Runtime = "8.0.34";

    [LinuxFact]
    public async Task An_application_for_NET_8_is_verified_with_nothing_but_that_runtime()
    {
        using var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", "Contexts"));
        var project = sandbox.PathOf("Notes.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace("<OutputType>Exe</OutputType>", "<OutputType>Exe</OutputType>\n    <TargetFramework>net8.0</TargetFramework>", StringComparison.Ordinal));
        await InstallAsync(sandbox);

        var result = await sandbox.RunAsync("verify", "--skip", "behaviour", "--mysql", server.Database(string.Empty));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(File.Exists(Path.Combine(sandbox.Beside, "hosts.log")), "The design host was not started by the old runtime.");
    }

    /// <summary>The runtime from its package. The SDK, which builds, needs a newer one: it is a program of its own here, and only <c>dotnet exec</c> goes to the old runtime.</summary>
    private static async Task InstallAsync(Sandbox sandbox)
    {
        var folder = Path.Combine(sandbox.Beside, "runtime");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "runtime.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><RestorePackagesPath>packages</RestorePackagesPath></PropertyGroup>
              <ItemGroup><PackageDownload Include="Microsoft.NETCore.App.Runtime.linux-x64" Version="[{Runtime}]" /></ItemGroup>
            </Project>
            """);
        var restored = await sandbox.RunAsync("dotnet", ["restore", folder], CancellationToken.None);
        Assert.True(restored.ExitCode == 0, restored.ToString());
        var shared = Path.Combine(folder, "shared", "Microsoft.NETCore.App", Runtime);
        var resolver = Path.Combine(folder, "host", "fxr", Runtime);
        Directory.CreateDirectory(shared);
        Directory.CreateDirectory(resolver);
        var package = Path.Combine(folder, "packages", "microsoft.netcore.app.runtime.linux-x64", Runtime, "runtimes", "linux-x64");
        foreach (var file in new[] { Path.Combine("lib", "net8.0"), "native" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(package, part))))
        {
            File.Copy(file, Path.Combine(shared, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(package, "native", "libhostfxr.so"), Path.Combine(resolver, "libhostfxr.so"));
        var dotnet = (await sandbox.RunAsync("bash", ["-c", "readlink -f \"$(command -v dotnet)\""], CancellationToken.None)).Output.Trim();
        File.Copy(dotnet, Path.Combine(folder, "dotnet"));

        var bin = Path.Combine(sandbox.Beside, "bin");
        Directory.CreateDirectory(bin);
        var script = Path.Combine(bin, "dotnet");
        await File.WriteAllTextAsync(
            script,
            $"""
            #!/bin/bash
            if [ "$1" = exec ]; then echo exec >>'{sandbox.Beside}/hosts.log'; exec '{folder}/dotnet' "$@"; fi
            unset DOTNET_ROOT
            exec '{dotnet}' "$@"
            """.ReplaceLineEndings("\n"));
#pragma warning disable CA1416 // The test runs on Linux only.
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        sandbox.Environment["DOTNET_ROOT"] = folder;
        sandbox.Environment["DOTNET_HOST_PATH"] = null;
        sandbox.Environment["PATH"] = bin + Path.PathSeparator + sandbox.Environment["PATH"];
    }
}
