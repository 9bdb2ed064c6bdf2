using MigrateBoth.Testing;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;

namespace Frameworks;

[NotInParallel]
[ClassDataSource<ParityDatabase<GardenContext>>(Shared = SharedType.PerClass)]
public sealed class GardenTests(ParityDatabase<GardenContext> database)
{
    [Before(Test)]
    public void Reset() => database.Reset();

    [Test]
    public async Task Counts_beds()
    {
        await using var context = database.CreateContext();
        context.Add(new Bed { Name = "New" });
        await context.SaveChangesAsync();
        await Assert.That(await context.Beds.CountAsync()).IsEqualTo(3);
    }

    [Test]
    [Arguments("Garden")]
    [Arguments("Herbs")]
    public async Task Finds_a_bed(string name)
    {
        await using var context = database.CreateContext();
        await Assert.That(await context.Beds.CountAsync(bed => bed.Name == name)).IsEqualTo(1);
    }

    [Test]
    [OnlyOn(Engine.MySql, "a server's own function")]
    public async Task Asks_the_server()
    {
        await using var context = database.CreateContext();
        await Assert.That(await context.Database.SqlQuery<int>($"SELECT CONNECTION_ID() > 0 AS Value").SingleAsync()).IsEqualTo(1);
    }
}
