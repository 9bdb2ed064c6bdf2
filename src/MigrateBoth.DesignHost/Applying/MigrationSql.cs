using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Errors;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Generates the commands that EF Core's migrator would run, before it runs any (catalogue row M-40).</summary>
/// <param name="context">The context.</param>
/// <param name="attribute">Whether to say which operation each command comes from, which generates everything twice.</param>
internal sealed class MigrationSql(RentedContext context, bool attribute)
{
    private readonly IMigrationsSqlGenerator _generator = context.Service<IMigrationsSqlGenerator>();
    private readonly IHistoryRepository _history = context.Service<IHistoryRepository>();

    /// <exception cref="MigrationSqlException">A migration's code fails, or the provider cannot express an operation.</exception>
    public IReadOnlyList<PlannedMigration> Generate(MigrationSelection selection)
    {
        List<PlannedMigration> planned = [];
        for (var index = 0; index < selection.Revert.Count; index++)
        {
            planned.Add(Revert(selection, index));
        }

        planned.AddRange(selection.Apply.Select(Apply));
        return planned;
    }

    /// <summary>The commands of one of the migrations.</summary>
    /// <exception cref="MigrationSqlException">As for <see cref="Generate(MigrationSelection)"/>.</exception>
    public PlannedMigration Generate(MigrationSelection selection, string id)
    {
        var index = selection.Revert.ToList().FindIndex(migration => migration.Id() == id);
        return index < 0
            ? Apply(selection.Apply.First(migration => migration.Id() == id))
            : Revert(selection, index);
    }

    private PlannedMigration Revert(MigrationSelection selection, int index) =>
        Revert(selection.Revert[index], index + 1 < selection.Revert.Count ? selection.Revert[index + 1] : selection.Base);

    private PlannedMigration Apply(Migration migration)
    {
        var id = migration.Id();
        return Guarded(id, "Up", () => new PlannedMigration(id, IsRevert: false,
        [
            .. Commands(migration.UpOperations, Finalize(migration.TargetModel)),
            Record("record the migration", _history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion()))),
        ]));
    }

    private PlannedMigration Revert(Migration migration, Migration? before)
    {
        var id = migration.Id();
        return Guarded(id, "Down", () => new PlannedMigration(id, IsRevert: true,
        [
            .. Commands(migration.DownOperations, before is null ? null : Finalize(before.TargetModel)),
            Record("forget the migration", _history.GetDeleteScript(id)),
        ]));
    }

    private IEnumerable<PlannedCommand> Commands(IReadOnlyList<MigrationOperation> operations, IModel? model)
    {
        var commands = _generator.Generate(operations, model);
        var attribution = attribute ? new CommandAttribution(_generator, operations, model) : null;
        return commands.Select(command => new PlannedCommand(
            attribution?.OperationOf(command), command.CommandText, command.TransactionSuppressed));
    }

    private static PlannedCommand Record(string words, string sql) => new(words, sql, SuppressesTransaction: false);

    private IModel Finalize(IModel model) => context.Service<IModelRuntimeInitializer>().Initialize(model);

    private PlannedMigration Guarded(string id, string method, Func<PlannedMigration> generate)
    {
        try
        {
            return generate();
        }
        catch (Exception exception)
        {
            throw new MigrationSqlException(
                id,
                $"The SQL of {method}() of the {context.Engine.DisplayName()} migration {id} cannot be generated: {Fault.Describe(Fault.Unwrap(exception))}",
                exception);
        }
    }
}

/// <summary>A migration in a run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRevert">Whether <c>Down</c> runs instead of <c>Up</c>.</param>
internal sealed record MigrationStep(string Id, bool IsRevert);
