using MigrateBoth.Core;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>The fixture says in a comment at the end of a line what the line has to be told for.</summary>
public sealed class OriginTests
{
    [Fact]
    public async Task Every_operation_is_traced_to_the_call_that_really_made_it()
    {
        var origins = await ReadAsync(Fixture.Traced);

        Assert.Equal(["Up", "Up, drop column Notes.A", "Up"], origins.Migrations.Select(migration => Comment(migration.Up)));
        Assert.Equal(
            [
                "Notes",
                "add column Notes.A, add column Notes.B",
                "add column Notes.A, add column Notes.B",
                "create index IX_Notes_Title on Notes (Title)",
                "run SQL: -- migrationBuilder.CreateTable(name: \"Notes\")",
            ],
            origins.Migrations[0].Operations.Select(operation => Comment(operation.Location)));
        Assert.Equal("Up, drop column Notes.A", Comment(Assert.Single(origins.Migrations[1].Operations).Location));
    }

    [Fact]
    public async Task The_parts_of_a_table_have_lines_of_their_own()
    {
        var parts = (await ReadAsync(Fixture.Traced)).Migrations[0].Operations[0].Parts;

        Assert.Equal(8, parts.Count);
        Assert.All(parts, part => Assert.Equal($"Notes.{part.Name}", Comment(part.Location)));
    }

    [Fact]
    public async Task A_migration_that_makes_its_operations_itself_has_no_calls_to_point_at() =>
        Assert.Null(Assert.Single((await ReadAsync(Fixture.Traced)).Migrations[2].Operations).Location);

    [Fact]
    public async Task A_property_is_traced_to_its_declaration()
    {
        var properties = (await ReadAsync(Fixture.Traced)).Properties;

        Assert.Equal(["Id", "ParentId", "Title"], properties.Select(property => Comment(property.Location)));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_file_that_is_not_the_one_that_was_compiled_has_no_lines()
    {
        // As on a build server: the symbols name the file by a path that is nowhere, and it is known by its content.
        using var copy = ApplicationCopy.Of(Fixture.Traced, ("PathMap", $"{Path.TrimEndingDirectorySeparator(Path.GetTempPath())}=/_"));
        await copy.BuildAsync();
        var up = (await ReadAsync(copy.Application)).Migrations[0].Up!;
        await File.AppendAllTextAsync(up.File, "// changed since\n");

        var changed = await ReadAsync(copy.Application);

        Assert.Equal(Path.Combine(copy.Application.Directory, "TracedContext.cs"), up.File);
        Assert.All(changed.Migrations, migration => Assert.Null(migration.Up));
        Assert.All(changed.Migrations.SelectMany(migration => migration.Operations), operation => Assert.Null(operation.Location));
        Assert.Empty(changed.Properties);
    }

    private static async Task<EngineOrigins> ReadAsync(FixtureApplication application)
    {
        await using var host = await application.StartAsync();
        return await host.OriginsAsync(Engine.Sqlite, CancellationToken.None);
    }

    private static string? Comment(SourceLocation? location) =>
        location is null ? null : File.ReadAllLines(location.File)[location.Line - 1].Split(" // ", 2)[1];
}
