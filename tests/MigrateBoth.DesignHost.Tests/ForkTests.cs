using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

using Mono.Cecil;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>Providers that are another's code under a name that says nothing, as forks are.</summary>
public sealed class ForkTests(MySqlServer server) : IClassFixture<MySqlServer>
{
    private const string Timestamp = "20260202020202";

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("Factory")]
    [InlineData("Options")]
    public async Task A_fork_writes_what_its_original_does_and_is_reported_as_what_it_is(string fixture)
    {
        var original = new FixtureApplication(fixture);
        using var fork = ForkedApplication.Of(original);
        await using var host = await fork.Application.StartAsync(fork.Application.Changed);
        await using var reference = await original.StartAsync(original.Changed);

        var model = await host.DescribeAsync(Engine.MySql, CancellationToken.None);
        var migration = await host.ScaffoldAsync(Engine.MySql, Timestamp, "Next", CancellationToken.None);

        Assert.Equal((ForkedApplication.Provider, $"{ForkedApplication.Provider} {ForkedApplication.Version}"), (model.ProviderName, model.ProviderText));
        Assert.Equal(
            (await reference.ScaffoldAsync(Engine.MySql, Timestamp, "Next", CancellationToken.None)).Files.Select(file => file.Content),
            migration.Files.Select(file => file.Content));
    }

    [MySqlFact]
    public async Task A_fork_s_migrations_are_applied()
    {
        using var fork = ForkedApplication.Of(Fixture.Options);
        await using var host = await fork.Application.StartAsync();

        var run = await host.ApplyAsync(Engine.MySql, await server.CreateDatabaseAsync(), null, TimeSpan.FromSeconds(20), CancellationToken.None);

        Assert.Null(run.Failure);
        Assert.Equal(3, run.Completed.Count);
    }

    [Fact]
    public async Task A_provider_without_the_API_is_refused_by_what_it_lacks()
    {
        using var fork = ForkedApplication.Of(Fixture.Options, provider => provider.GetType("Microsoft.EntityFrameworkCore.ServerVersion").Name = "VersionOfServer");
        await using var host = await fork.Application.StartAsync();

        var error = await HostAssert.FailsAsync("provider-not-supported", ExitCode.Configuration, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Contains($"{ForkedApplication.Provider} {ForkedApplication.Version}. It lacks", error.Message, StringComparison.Ordinal);
        Assert.Contains("package Pomelo.EntityFrameworkCore.MySql --version 9.0.0", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fork_for_another_EF_Core_is_refused_with_the_one_that_it_is_made_for()
    {
        using var fork = ForkedApplication.Of(Fixture.Options, provider =>
            provider.AssemblyReferences.Single(reference => reference.Name == "Microsoft.EntityFrameworkCore.Relational").Version = new Version(8, 0, 0, 0));
        await using var host = await fork.Application.StartAsync();

        var error = await HostAssert.FailsAsync("provider-version-mismatch", ExitCode.Configuration, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Contains("made for EF Core 8", error.Message, StringComparison.Ordinal);
        Assert.Contains("package Pomelo.EntityFrameworkCore.MySql --version 9.0.0", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_for_another_database_is_named_where_there_is_none_for_MySQL()
    {
        using var fork = ForkedApplication.Of(Fixture.Options, provider =>
        {
            foreach (var method in provider.Types.SelectMany(type => type.Methods).Where(method => method.Name == "UseMySql"))
            {
                method.Name = "UseFabrikam";
            }
        });
        await using var host = await fork.Application.StartAsync();

        var error = await HostAssert.FailsAsync("provider-missing", ExitCode.Configuration, () => host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Contains($"It deploys {ForkedApplication.Provider} {ForkedApplication.Version}, which has neither UseMySql nor UseMySQL", error.Message, StringComparison.Ordinal);
        Assert.Contains("package Pomelo.EntityFrameworkCore.MySql --version 9.0.0", error.Hint, StringComparison.Ordinal);
    }

    /// <summary>The build of a fixture whose MySQL provider has another name, in the assembly, its references and the dependency file.</summary>
    private sealed class ForkedApplication : IDisposable
    {
        public const string Provider = "Fabrikam.Data";
        public const string Version = "9.4.1";

        private const string Original = "Pomelo.EntityFrameworkCore.MySql";

        private readonly TemporaryDirectory _root = new();

        private ForkedApplication(FixtureApplication original, Action<ModuleDefinition>? change)
        {
            Application = original with { In = _root.Path };
            var (from, to) = (Path.GetDirectoryName(original.Output.AssemblyPath)!, Path.GetDirectoryName(Application.Output.AssemblyPath)!);
            Directory.CreateDirectory(to);
            File.Copy(original.Output.ProjectFile, Application.Output.ProjectFile);
            foreach (var file in Directory.EnumerateFiles(from))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }

            var dependencies = Path.ChangeExtension(Application.Output.AssemblyPath, ".deps.json");
            File.WriteAllText(dependencies, File.ReadAllText(dependencies)
                .Replace($"{Original}/9.0.0", $"{Provider}/{Version}", StringComparison.Ordinal)
                .Replace($"\"{Original}\": \"9.0.0\"", $"\"{Provider}\": \"{Version}\"", StringComparison.Ordinal)
                .Replace(Original, Provider, StringComparison.Ordinal));
            Rewrite(Path.Combine(PackageOf(original), "lib", "net8.0", Original + ".dll"), Path.Combine(to, Provider + ".dll"), change);
            Rewrite(original.Output.AssemblyPath, Application.Output.AssemblyPath, change: null);
            File.Delete(Path.Combine(to, Original + ".dll"));
        }

        public FixtureApplication Application { get; }

        public static ForkedApplication Of(FixtureApplication original, Action<ModuleDefinition>? change = null) => new(original, change);

        public void Dispose() => _root.Dispose();

        private static void Rewrite(string from, string to, Action<ModuleDefinition>? change)
        {
            // Constants of an enumeration are written by its definition; an executable has all that a library refers to next to it.
            using var resolver = new DefaultAssemblyResolver();
            resolver.AddSearchDirectory(Path.GetDirectoryName(Fixture.Factory.Output.AssemblyPath));
            resolver.AddSearchDirectory(Path.GetDirectoryName(to));
            using var module = ModuleDefinition.ReadModule(from, new ReaderParameters { InMemory = true, AssemblyResolver = resolver });
            foreach (var name in module.AssemblyReferences.Append<AssemblyNameReference>(module.Assembly.Name).Where(name => name.Name == Original))
            {
                (name.Name, name.PublicKey, name.HasPublicKey) = (Provider, [], false);
            }

            module.Attributes &= ~ModuleAttributes.StrongNameSigned;
            change?.Invoke(module);
            module.Write(to);
        }

        private static string PackageOf(FixtureApplication original)
        {
            using var assets = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(original.Directory, "obj", "project.assets.json")));
            return assets.RootElement.GetProperty("packageFolders").EnumerateObject()
                .Select(folder => Path.Combine(folder.Name, "pomelo.entityframeworkcore.mysql", "9.0.0")).First(Directory.Exists);
        }
    }
}
