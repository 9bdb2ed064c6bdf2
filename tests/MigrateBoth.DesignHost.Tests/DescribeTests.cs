using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.DesignHost.Tests;

public sealed class DescribeTests
{
    [Fact]
    public async Task Both_engines_are_described_by_one_host_at_once()
    {
        await using var host = await Fixture.Factory.StartAsync();

        var models = await Task.WhenAll(
            host.DescribeAsync(Engine.Sqlite, CancellationToken.None), host.DescribeAsync(Engine.MySql, CancellationToken.None));

        Assert.Equal(["Microsoft.EntityFrameworkCore.Sqlite", "Pomelo.EntityFrameworkCore.MySql"], models.Select(model => model.ProviderName));
        Assert.All(models, model => Assert.Equal("Factory.LibraryContext", model.ContextType));
        Assert.All(models, model => Assert.Equal("IDesignTimeDbContextFactory LibraryContextFactory", model.ObtainedBy));
        Assert.Equal([null, "8.4.0-mysql"], models.Select(model => model.ConfiguredServerVersion));
        Assert.Matches(@"^3\.\d+\.\d+$", models[0].LibraryVersion);
        Assert.Null(models[1].LibraryVersion);
        Assert.Equal(["9.0.23", "9.0.0"], models.Select(model => model.ProviderVersion));
        Assert.All(models, model => Assert.Equal(("Factory", 4, false), (model.MigrationsAssembly, model.EntityTypeCount, model.HasSnapshot)));
    }

    [Fact]
    public async Task Columns_are_described_as_they_are_mapped()
    {
        await using var host = await Fixture.Factory.StartAsync();

        var model = await host.DescribeAsync(Engine.MySql, CancellationToken.None);

        Assert.Equal(["Authors", "Books"], model.Tables.Select(table => table.Name));
        Assert.Equal(["Author", "Address"], model.Tables[0].EntityTypes);
        Assert.Equal(("Address.City", "string"), (model.Tables[0].Columns[0].Property, model.Tables[0].Columns[0].ClrType));
        var books = model.Tables[1].Columns.ToDictionary(column => column.Name);
        Assert.Equal(["AuthorId", "Form", "Id", "Kind", "Length", "Price", "Published", "Title", "Version"], model.Tables[1].Columns.Select(c => c.Name));
        Assert.Equal(
            ("Book.Price", "decimal", "decimal(10,2)", 10, 2),
            (books["Price"].Property, books["Price"].ClrType, books["Price"].StoreType, books["Price"].Precision, books["Price"].Scale));
        Assert.Equal(("BookKind", "string", 20), (books["Kind"].ClrType, books["Kind"].ProviderClrType, books["Kind"].MaxLength));
        Assert.Equal(("AudioBook.Length", "TimeOnly?", true), (books["Length"].Property, books["Length"].ClrType, books["Length"].IsNullable));
        Assert.Equal(("untitled", "'untitled'"), (books["Title"].DefaultValue, books["Title"].DefaultLiteral));
        Assert.True(books["Id"].IsIdentity);
        Assert.False(books["Version"].IsIdentity);
        Assert.True(books["Version"].IsConcurrencyToken);
        Assert.Equal([("CK_Books_Price", "Price >= 0")], model.Tables[1].Checks.Select(check => (check.Name, check.Sql)));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public async Task Migrations_are_those_of_the_engine_s_folder(Engine engine)
    {
        await using var host = await Fixture.Options.StartAsync();

        var model = await host.DescribeAsync(engine, CancellationToken.None);

        Assert.Equal(["Init", "AddDueAndPriority", "LimitTitle"], model.Migrations.Select(migration => migration.Name));
        Assert.All(model.Migrations, migration => Assert.StartsWith(
            engine == Engine.Sqlite ? "Options.Migrations.Sqlite." : "Options.Migrations.MySql.", migration.TypeName, StringComparison.Ordinal));
        Assert.All(model.Migrations, migration => Assert.True(migration.HasTargetModel));
        Assert.Empty(model.PendingOperations);
        Assert.True(model.HasSnapshot);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public async Task Operations_are_those_of_each_migration_in_order(Engine engine)
    {
        await using var host = await Fixture.Options.StartAsync();

        var migrations = await host.OperationsAsync(engine, CancellationToken.None);

        Assert.Equal(3, migrations.Count);
        Assert.EndsWith("_AddDueAndPriority", migrations[1].Id, StringComparison.Ordinal);
        Assert.Equal(["add column Jobs.Due", "add column Jobs.Priority"], migrations[1].Operations.Select(operation => operation.Summary));
    }

    [Fact]
    public async Task Migrations_without_Designer_files_are_told_from_the_others()
    {
        await using var host = await Fixture.Failing.StartAsync();

        var model = await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);

        Assert.Equal(3, model.Migrations.Count);
        Assert.All(model.Migrations, migration => Assert.False(migration.HasTargetModel));
        Assert.False(model.HasSnapshot);
    }

    [Fact]
    public async Task What_a_new_migration_would_contain_is_pending_with_its_SQL()
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.Changed);

        var model = await host.DescribeAsync(Engine.MySql, CancellationToken.None);

        Assert.Equal(["add column Jobs.Note"], model.PendingOperations.Select(operation => operation.Summary));
        Assert.Equal(["ALTER TABLE `Jobs` ADD `Note` varchar(50) CHARACTER SET utf8mb4 NULL;"], model.PendingSql.Select(sql => sql.Trim()));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public async Task The_history_alone_is_what_the_whole_description_says(Engine engine)
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.With("MODEL_IMPOSSIBLE", "1"));
        await using var sound = await Fixture.Options.StartAsync();

        var history = await host.HistoryAsync(engine, CancellationToken.None);

        var model = await sound.DescribeAsync(engine, CancellationToken.None);
        Assert.Equal((model.Engine, model.ContextType), (history.Engine, history.ContextType));
        Assert.NotEmpty(history.Migrations);
        Assert.Equal(model.Migrations, history.Migrations);
    }

    [Fact]
    public async Task A_model_change_without_SQL_is_an_error()
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.With("MODEL_IMPOSSIBLE", "1"));

        await HostAssert.FailsAsync("sql-generation-failed", ExitCode.Incomplete, () => host.DescribeAsync(Engine.Sqlite, CancellationToken.None));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public async Task What_each_build_of_the_model_makes_anew_is_named_and_is_no_pending_change(Engine engine)
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.With("MODEL_UNSTABLE", "1"));

        var model = await host.DescribeAsync(engine, CancellationToken.None);

        Assert.Equal(
            ["HasData Job.Due", "HasDefaultValue Job.Priority"],
            model.Unstable.Select(value => $"{value.Origin} {value.Property}").Order(StringComparer.Ordinal));

        // The rows themselves are in no migration yet: that is a change like any other.
        Assert.All(model.PendingOperations, operation => Assert.DoesNotContain("Priority", operation.Summary, StringComparison.Ordinal));
        Assert.NotEmpty(model.PendingOperations);
    }
}
