using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Verification;

/// <summary>Reads catalogs without the tables that are not the application's.</summary>
internal static class ForeignTablesReading
{
    /// <summary>The context whose catalog readers leave them out.</summary>
    public static CommandContext In(this ForeignTables foreign, CommandContext context) => context with
    {
        Services = context.Services with { CatalogReader = model => new Filtered(context.Services.CatalogReader(model), model, foreign) },
    };

    private sealed class Filtered(ICatalogReader reader, EngineModel model, ForeignTables foreign) : ICatalogReader
    {
        public Engine Engine => reader.Engine;

        public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken) =>
            foreign.Without(await reader.ReadAsync(connectionString, cancellationToken).ConfigureAwait(false), model);
    }
}
