using MigrateBoth.Core;
using MigrateBoth.Core.Fixing.Targets;
using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.DesignHost.Fixing;

/// <summary>Writes the calls that correct objects, with EF Core's own generator of migration code.</summary>
internal sealed class FixWriter(RentedContext context)
{
    private readonly ModelOperations _model = new(context);

    public IReadOnlyList<string?> Write(IReadOnlyList<FixTarget> targets)
    {
        using var services = context.Resolver.Design.BuildServices(context.Context);
        using var scope = services.CreateScope();
        var generator = scope.ServiceProvider.GetRequiredService<ICSharpMigrationOperationGenerator>();
        return [.. targets.Select(target => Operations(target) is { Count: > 0 } operations ? Code(generator, operations) : null)];
    }

    private static string Code(ICSharpMigrationOperationGenerator generator, IReadOnlyList<MigrationOperation> operations)
    {
        var code = new IndentedStringBuilder();
        generator.Generate("migrationBuilder", operations, code);
        return code.ToString();
    }

    private IReadOnlyList<MigrationOperation> Operations(FixTarget target) => target.Kind switch
    {
        ObjectKind.Column => Column(target),
        ObjectKind.Index => Index(target),
        ObjectKind.ForeignKey => Recreated(
            target, _model.Find<AddForeignKeyOperation>(target.Table, target.Name), key => new DropForeignKeyOperation { Table = key.Table, Name = key.Name }),
        ObjectKind.Check => Recreated(
            target, _model.Find<AddCheckConstraintOperation>(target.Table, target.Name), check => new DropCheckConstraintOperation { Table = check.Table, Name = check.Name }),
        _ => [],
    };

    private IReadOnlyList<MigrationOperation> Column(FixTarget target) => _model.Find<AddColumnOperation>(target.Table, target.Name) switch
    {
        null => [],
        // Its values cannot be made up, and the server makes them: that is more than one call.
        { ComputedColumnSql: not null } => [],
        var column => target.Action == FixAction.Add ? [ColumnOperations.Added(column)] : [ColumnOperations.Altered(column, target.WasNullable)],
    };

    private IReadOnlyList<MigrationOperation> Index(FixTarget target)
    {
        var index = _model.Find<CreateIndexOperation>(target.Table, target.Name);

        // MySQL keeps an index as long as a foreign key needs one that begins with its columns.
        var isBound = target.Action == FixAction.Recreate && context.Engine == Engine.MySql && index is not null && _model.IsForeignKeyIndex(index);
        return isBound ? [] : Recreated(target, index, made => new DropIndexOperation { Table = made.Table, Name = made.Name });
    }

    private static IReadOnlyList<MigrationOperation> Recreated<T>(FixTarget target, T? made, Func<T, MigrationOperation> drop)
        where T : MigrationOperation =>
        made is null ? [] : target.Action == FixAction.Recreate ? [drop(made), made] : [made];
}
