using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Storage;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Creates the model's tables as <c>EnsureCreated</c> does, whatever tables are there already.</summary>
internal static class ModelCreator
{
    public static void Create(RentedContext context, string connectionString)
    {
        context.ConnectTo(connectionString);
        var creator = (IRelationalDatabaseCreator)context.Service<IDatabaseCreator>();
        if (!creator.Exists())
        {
            creator.Create();
        }

        creator.CreateTables();
    }
}
