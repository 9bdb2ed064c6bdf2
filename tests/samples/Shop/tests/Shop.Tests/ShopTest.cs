using Shop.Data;

namespace Shop.Tests;

/// <summary>Every test begins with the rows of the migrations, and with contexts of its own.</summary>
public abstract class ShopTest : IClassFixture<ShopDatabase>, IAsyncLifetime
{
    protected ShopTest(ShopDatabase database)
    {
        Database = database;
        Database.Reset();
    }

    protected ShopDatabase Database { get; }

    protected static CancellationToken None => CancellationToken.None;

    protected ShopContext NewContext() => Database.CreateContext();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;
}
