using MigrateBoth.Testing;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[assembly: DoNotParallelize]

namespace Frameworks;

[TestClass]
public sealed class GardenTests
{
    private static readonly ParityDatabase<GardenContext> s_database = new();

    [TestInitialize]
    public void Reset() => s_database.Reset();

    [ClassCleanup]
    public static void Return() => s_database.Dispose();

    [TestMethod]
    public async Task Counts_beds()
    {
        await using var context = s_database.CreateContext();
        context.Add(new Bed { Name = "New" });
        await context.SaveChangesAsync();
        Assert.AreEqual(3, await context.Beds.CountAsync());
    }

    [TestMethod]
    [DataRow("Garden")]
    [DataRow("Herbs")]
    public async Task Finds_a_bed(string name)
    {
        await using var context = s_database.CreateContext();
        Assert.AreEqual(1, await context.Beds.CountAsync(bed => bed.Name == name));
    }

    [TestMethod]
    [OnlyOn(Engine.MySql, "a server's own function")]
    public async Task Asks_the_server()
    {
        await using var context = s_database.CreateContext();
        Assert.AreEqual(1, await context.Database.SqlQuery<int>($"SELECT CONNECTION_ID() > 0 AS Value").SingleAsync());
    }
}
