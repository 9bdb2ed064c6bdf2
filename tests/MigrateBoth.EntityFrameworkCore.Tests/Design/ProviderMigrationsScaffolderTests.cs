using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

using MigrateBoth.EntityFrameworkCore.Design;

namespace MigrateBoth.EntityFrameworkCore.Tests.Design;

/// <summary>EF Core's own scaffolder with our service in it, writing into a folder that looks like a project with both providers' files.</summary>
public sealed class ProviderMigrationsScaffolderTests : IDisposable
{
    private const string SnapshotFile = "ListsContextModelSnapshot.cs";

    private readonly string _project = Directory.CreateTempSubdirectory("migrateboth-scaffold-").FullName;

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Theory]
    [InlineData("sqlite", "Sqlite", "MySql")]
    [InlineData("mysql", "MySql", "Sqlite")]
    public void The_first_snapshot_of_one_provider_leaves_the_other_providers_alone(string type, string own, string other)
    {
        var otherSnapshot = Write($"Migrations/{other}/{SnapshotFile}", $"namespace Lists.Migrations.{other}\n{{\n}}\n");

        var files = Scaffold(type, own);

        Assert.Equal(Path.Combine(_project, "Migrations", own, SnapshotFile), files.SnapshotFile);
        Assert.Contains($"namespace Lists.Migrations.{own}", File.ReadAllText(files.SnapshotFile!), StringComparison.Ordinal);
        Assert.StartsWith($"namespace Lists.Migrations.{other}", File.ReadAllText(otherSnapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_snapshot_is_replaced_wherever_it_is()
    {
        Write($"A/{SnapshotFile}", "namespace Lists.Migrations.MySql;\n");
        var own = Write($"B/Old/{SnapshotFile}", "// moved by hand\nnamespace Lists.Migrations.Sqlite;\n");

        Assert.Equal(own, Scaffold("sqlite", "Sqlite").SnapshotFile);
    }

    [Fact]
    public void Without_the_filter_everything_is_as_EF_Core_has_it()
    {
        var found = Write($"Migrations/MySql/{SnapshotFile}", "namespace Lists.Migrations.MySql;\n");

        Assert.Equal(found, Scaffold("sqlite", "Sqlite", options => options.MigrationsAssemblies("MigrateBoth.EntityFrameworkCore.Tests", "Lists.MySql")).SnapshotFile);
    }

    private MigrationFiles Scaffold(string type, string folder, Action<MigrateBothOptionsBuilder>? configure = null)
    {
        using var context = new ListsContext(new DbContextOptionsBuilder<ListsContext>().UseMigrateBoth(type, null, configure).Options);
        var services = new ServiceCollection();
        services.AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // What dotnet ef does for a context of this provider.
        IDesignTimeServices provider = type == "sqlite"
            ? new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices()
            : new Pomelo.EntityFrameworkCore.MySql.Design.Internal.MySqlDesignTimeServices();
#pragma warning restore EF1001
        provider.ConfigureDesignTimeServices(services);
        new MigrateBothDesignTimeServices().ConfigureDesignTimeServices(services);
        using var serviceProvider = services.BuildServiceProvider();
        using var scope = serviceProvider.CreateScope();

        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration("First", "Lists", $"Migrations.{folder}");
        return scaffolder.Save(_project, migration, Path.Combine(_project, "Migrations", folder));
    }

    private string Write(string path, string text)
    {
        var file = Path.Combine(_project, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private sealed class Entry
    {
        public int Id { get; set; }
    }

    private sealed class ListsContext(DbContextOptions<ListsContext> options) : DbContext(options)
    {
        public DbSet<Entry> Entries => Set<Entry>();
    }
}
