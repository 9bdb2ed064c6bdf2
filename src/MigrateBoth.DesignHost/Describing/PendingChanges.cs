using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Errors;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>What a new migration would contain: the comparison that EF Core's <c>HasPendingModelChanges</c> makes, with its result kept.</summary>
internal sealed class PendingChanges(RentedContext context)
{
    public IReadOnlyList<MigrationOperation> Operations() => context.Service<IMigrationsModelDiffer>().GetDifferences(
        Snapshot()?.GetRelationalModel(), context.Service<IDesignTimeModel>().Model.GetRelationalModel());

    /// <summary>The commands those operations come to; none when only annotations differ.</summary>
    /// <exception cref="MigrateBothException">The provider cannot express one of them.</exception>
    public IReadOnlyList<string> Sql(IReadOnlyList<MigrationOperation> operations)
    {
        if (operations.Count == 0)
        {
            return [];
        }

        try
        {
            return
            [
                .. context.Service<IMigrationsSqlGenerator>()
                    .Generate(operations, context.Service<IDesignTimeModel>().Model)
                    .Select(command => command.CommandText),
            ];
        }
        catch (Exception exception)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "sql-generation-failed",
                $"{context.Engine.DisplayName()} has no SQL for the pending model changes: {Fault.Describe(Fault.Unwrap(exception))}",
                "Change the model to something that both providers can express.",
                exception);
        }
    }

    private IModel? Snapshot()
    {
        if (context.Migrations.ModelSnapshot is not { } snapshot)
        {
            return null;
        }

        var model = snapshot.Model;
        if (model is IMutableModel mutable)
        {
            model = mutable.FinalizeModel();
        }

        return context.Service<IModelRuntimeInitializer>().Initialize(model);
    }
}
