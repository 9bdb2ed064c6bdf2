using System.Text;
using MigrateBoth.EndToEnd.Tests.Actions.Runner;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Actions;

/// <summary>docs/workflows/release-gate.yml with the packed tool and a real MySQL: what is checked is released, and nothing else.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ReleaseGateWorkflowTests(InstalledTool tool, MySqlContainer server) : IDisposable
{
    private const string Secret = "secrets.MIGRATEBOTH_GATE_KEY";
    private const string Key = "f3b1c9d0a7e84456b2c8d1e0f9a6b7c5";

    private readonly DirectoryInfo _artifacts = Directory.CreateTempSubdirectory("migrateboth-e2e-artifacts-");

    [MySqlFact]
    public async Task A_release_gets_through_with_the_report_of_its_own_commit()
    {
        var workflow = Workflows.Read("release-gate.yml");
        using var checkedOut = Workflows.Checkout(tool, "layouts", "Folders").On(server);
        var check = new JobRun(checkedOut) { Artifacts = _artifacts.FullName, Context = { [Secret] = Key } };
        await check.RunAsync(workflow, "check");
        Assert.False(check.Failed, check.ToString());
        Assert.NotEmpty(await File.ReadAllTextAsync(check.Summary));

        // Another machine, another folder, line ends of another system; nothing is built there.
        using var releasing = Workflows.Checkout(tool, "layouts", "Folders");
        foreach (var file in Directory.EnumerateFiles(releasing.Root, "*.cs", SearchOption.AllDirectories))
        {
            // Byte by byte: what git leaves alone stays.
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        }

        await ReleaseAsync(0, "passed on exactly what is here");
        Assert.Equal("passed 0 errors", await ActionAsync());
        Assert.False(Directory.Exists(releasing.PathOf("bin")));

        var migration = Directory.EnumerateFiles(releasing.PathOf("Migrations", "MySql"), "*.cs").First(file => !file.EndsWith("Designer.cs", StringComparison.Ordinal));
        var before = await File.ReadAllBytesAsync(migration);
        await File.AppendAllTextAsync(migration, "\r\n// a hotfix\r\n");
        await ReleaseAsync(1, "stale-migrations");
        Assert.Equal("failed 1 errors", await ActionAsync());
        await File.WriteAllBytesAsync(migration, before);

        await ReleaseAsync(1, "wrong-signature", key: Key.Replace('f', 'e'));
        await ReleaseAsync(78, "is set and empty", key: "");
        var report = Path.Combine(_artifacts.FullName, "verify", "verify.json");
        await File.WriteAllTextAsync(report, (await File.ReadAllTextAsync(report)).Replace("\"noBuild\": false", "\"noBuild\": true", StringComparison.Ordinal));
        await ReleaseAsync(1, "wrong-signature");

        // The action says the same, with annotations and a summary.
        async Task<string> ActionAsync()
        {
            using var text = new StringReader($$$"""
                jobs:
                  gate:
                    steps:
                      - id: gate
                        uses: migrateboth/migrateboth/.github/actions/migrate-both@main
                        env:
                          MIGRATEBOTH_GATE_KEY: {{{Key}}}
                        with:
                          command: gate
                          args: --report "{{{Path.Combine(_artifacts.FullName, "verify", "verify.json")}}}"
                      - if: always()
                        run: echo "${{ steps.gate.outputs.outcome }} ${{ steps.gate.outputs.errors }} errors"
                """);
            var action = new JobRun(releasing) { Artifacts = _artifacts.FullName };
            await action.RunAsync(YamlFile.Parse(text), "gate");
            Assert.Contains("### migrate-both gate", await File.ReadAllTextAsync(action.Summary), StringComparison.Ordinal);
            Assert.Equal(action.Failed, action.Steps[1].Output.Contains("::error title=migrate-both gate::refused (stale-migrations)", StringComparison.Ordinal));
            return action.Steps[^1].Output.Trim();
        }

        async Task ReleaseAsync(int exitCode, string says, string key = Key)
        {
            var release = new JobRun(releasing) { Artifacts = _artifacts.FullName, Context = { [Secret] = key } };
            await release.RunAsync(workflow, "release");

            var gate = release.Steps[1];
            Assert.True(gate.ExitCode == exitCode, release.ToString());
            Assert.Contains(says, gate.Output + gate.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Key, release.ToString(), StringComparison.Ordinal);
            // Publishing is the last step: it is reached only through the gate.
            Assert.Equal(exitCode == 0, release.Steps[^1].Output.Contains("Publish here.", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _artifacts.Delete(recursive: true);
}
