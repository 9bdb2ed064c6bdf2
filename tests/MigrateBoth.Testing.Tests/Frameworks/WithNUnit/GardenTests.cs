using MigrateBoth.Testing;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;

using NUnit.Framework;

namespace Frameworks;

public sealed class GardenTests
{
    private readonly ParityDatabase<GardenContext> _database = new();

    [SetUp]
    public void Reset() => _database.Reset();

    [OneTimeTearDown]
    public void Return() => _database.Dispose();

    [Test]
    public async Task Counts_beds()
    {
        await using var context = _database.CreateContext();
        context.Add(new Bed { Name = "New" });
        await context.SaveChangesAsync();
        Assert.That(await context.Beds.CountAsync(), Is.EqualTo(3));
    }

    [TestCase("Garden")]
    [TestCase("Herbs")]
    public async Task Finds_a_bed(string name)
    {
        await using var context = _database.CreateContext();
        Assert.That(await context.Beds.CountAsync(bed => bed.Name == name), Is.EqualTo(1));
    }

    [Test]
    [OnlyOn(Engine.MySql, "a server's own function")]
    public async Task Asks_the_server()
    {
        await using var context = _database.CreateContext();
        Assert.That(await context.Database.SqlQuery<int>($"SELECT CONNECTION_ID() > 0 AS Value").SingleAsync(), Is.EqualTo(1));
    }
}
