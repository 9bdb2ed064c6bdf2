using MigrateBoth.Testing;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;

using Xunit;

namespace Frameworks;

public sealed class GardenTests : IClassFixture<ParityDatabase<GardenContext>>
{
    private readonly ParityDatabase<GardenContext> _database;

    public GardenTests(ParityDatabase<GardenContext> database)
    {
        _database = database;
        _database.Reset();
    }

    [Fact]
    public async Task Counts_beds()
    {
        await using var context = _database.CreateContext();
        context.Add(new Bed { Name = "New" });
        await context.SaveChangesAsync();
        Assert.Equal(3, await context.Beds.CountAsync());
    }

    [Theory]
    [InlineData("Garden")]
    [InlineData("Herbs")]
    public async Task Finds_a_bed(string name)
    {
        await using var context = _database.CreateContext();
        Assert.Equal(1, await context.Beds.CountAsync(bed => bed.Name == name));
    }

    [OnlyOnFact(Engine.MySql, "a server's own function")]
    public async Task Asks_the_server()
    {
        await using var context = _database.CreateContext();
        Assert.Equal(1, await context.Database.SqlQuery<int>($"SELECT CONNECTION_ID() > 0 AS Value").SingleAsync());
    }
}
