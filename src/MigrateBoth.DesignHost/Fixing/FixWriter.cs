using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.DesignHost.Contexts;

namespace MigrateBoth.DesignHost.Fixing;

/// <summary>Writes the calls that correct objects, with EF Core's own generator of migration code.</summary>
internal sealed class FixWriter(RentedContext context)
{
    private readonly ObjectOperations _model = ObjectOperations.OfModel(context);
    private readonly Lazy<ObjectOperations> _before = new(() => ObjectOperations.OfMigrations(context));

    public IReadOnlyList<FixCode?> Write(IReadOnlyList<FixTarget> targets)
    {
        using var services = context.Resolver.Design.BuildServices(context.Context);
        using var scope = services.CreateScope();
        var generator = scope.ServiceProvider.GetRequiredService<ICSharpMigrationOperationGenerator>();
        return
        [
            .. targets.Select(target => Operations(target) is { Up.Count: > 0 } operations
                ? new FixCode(Code(generator, operations.Up), Code(generator, operations.Down))
                : null),
        ];
    }

    private static string Code(ICSharpMigrationOperationGenerator generator, IReadOnlyList<MigrationOperation> operations)
    {
        var code = new IndentedStringBuilder();
        generator.Generate("migrationBuilder", operations, code);
        return code.ToString();
    }

    private (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) Operations(FixTarget target) => target.Kind switch
    {
        ObjectKind.Column => Column(target),
        ObjectKind.Index => Index(target),
        ObjectKind.ForeignKey => Recreated<AddForeignKeyOperation>(target, key => new DropForeignKeyOperation { Table = key.Table, Name = key.Name }),
        ObjectKind.Check => Recreated<AddCheckConstraintOperation>(target, check => new DropCheckConstraintOperation { Table = check.Table, Name = check.Name }),
        _ => ([], []),
    };

    private (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) Column(FixTarget target) => _model.Find<AddColumnOperation>(target.Table, target.Name) switch
    {
        null => ([], []),
        // Its values cannot be made up, and the server makes them: that is more than one call.
        { ComputedColumnSql: not null } => ([], []),
        var column when target.Action == FixAction.Add => ([ColumnOperations.Added(column)], [new DropColumnOperation { Table = column.Table, Name = column.Name }]),
        var column => (
            [ColumnOperations.Altered(column, target.WasNullable)],
            _before.Value.Find<AddColumnOperation>(target.Table, target.Name) is { } before ? [ColumnOperations.Altered(before, column.IsNullable)] : []),
    };

    private (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) Index(FixTarget target)
    {
        var index = _model.Find<CreateIndexOperation>(target.Table, target.Name);

        // MySQL keeps an index as long as a foreign key needs one that begins with its columns.
        var isBound = target.Action == FixAction.Recreate && context.Engine == Engine.MySql && index is not null && _model.IsForeignKeyIndex(index);
        return isBound ? ([], []) : Recreated<CreateIndexOperation>(target, made => new DropIndexOperation { Table = made.Table, Name = made.Name });
    }

    private (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) Recreated<T>(FixTarget target, Func<T, MigrationOperation> drop)
        where T : MigrationOperation
    {
        if (_model.Find<T>(target.Table, target.Name) is not { } made)
        {
            return ([], []);
        }

        return target.Action == FixAction.Recreate
            ? ([drop(made), made], _before.Value.Find<T>(target.Table, target.Name) is { } before ? [drop(made), before] : [drop(made)])
            : ([made], [drop(made)]);
    }
}
