using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Errors;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Reads the migrations as EF Core sees them.</summary>
internal sealed class MigrationsReader(RentedContext context)
{
    private static readonly MethodInfo Up = typeof(Migration).GetMethod("Up", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public EngineHistory ReadHistory() => new(context.Engine, context.Context.GetType().FullName!, Read())
    {
        ObtainedBy = context.ObtainedBy,
        MissingOptions = context.MissingOptions,
        IsMadeByApplication = !context.HasHostOptions,
        MigrationsAssembly = context.Migrations.Assembly.GetName().Name,
    };

    public IReadOnlyList<MigrationDescription> Read()
    {
        var assembly = context.Migrations;
        var ids = context.Service<IMigrationsIdGenerator>();
        return
        [
            .. assembly.Migrations.Select(entry => new MigrationDescription
            {
                Id = entry.Key,

                // A hand-written id need not begin with a time stamp, and EF Core would cut its first letters off.
                Name = ids.IsValidId(entry.Key) ? ids.GetName(entry.Key) : entry.Key,
                TypeName = entry.Value.FullName!,
                HasTargetModel = HasTargetModel(entry.Value),
            }),
        ];
    }

    /// <summary>What each of them does; runs every <c>Up</c>.</summary>
    public IReadOnlyList<MigrationOperations> ReadOperations()
    {
        var assembly = context.Migrations;
        return
        [
            .. assembly.Migrations.Select(entry => new MigrationOperations(
                entry.Key, OperationWords.DescribeAll(UpOperations(assembly, entry.Key, entry.Value)))),
        ];
    }

    /// <summary>All that they do, in order; runs every <c>Up</c>.</summary>
    public IReadOnlyList<MigrationOperation> ReadUps() =>
        [.. context.Migrations.Migrations.SelectMany(entry => UpOperations(context.Migrations, entry.Key, entry.Value))];

    /// <summary>What one of them does in both directions, and the model it ends at.</summary>
    public MigrationContent ReadContent(string id)
    {
        var type = context.Migrations.Migrations[id];
        var migration = context.Migrations.CreateMigration(type, context.Context.Database.ProviderName!);
        var up = Run(id, () => migration.UpOperations);
        IReadOnlyList<OperationDescription> down = [];
        string? failure = null;
        var hasDown = type.GetMethod("Down", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(Migration);
        try
        {
            down = !hasDown ? [] : OperationWords.DescribeAll(migration.DownOperations);
        }
        catch (Exception exception)
        {
            // "There is no way back" is often said by throwing; the caller judges that.
            failure = Fault.Describe(Fault.Unwrap(exception));
        }

        var model = HasTargetModel(type) ? context.Service<IModelRuntimeInitializer>().Initialize(migration.TargetModel).GetRelationalModel() : null;
        return new MigrationContent
        {
            Id = id,
            Up = OperationWords.DescribeAll(up),
            Down = down,
            HasDown = hasDown,
            DownFailure = failure,
            Tables = [.. (model?.Tables ?? []).Select(TableDescriber.Describe)],
        };
    }

    /// <summary>Whether the Designer file of a migration is there: EF Core's empty base method says "an empty model" otherwise.</summary>
    public static bool HasTargetModel(Type migration) =>
        migration.GetMethod("BuildTargetModel", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(Migration);

    /// <summary>What one of them does, and which instruction of it does it; null for the latter when the migration has a way of its own to make its operations.</summary>
    public (IReadOnlyList<MigrationOperation> Operations, TracingMigrationBuilder? Builder) Trace(string id, TypeInfo type)
    {
        if (type.GetProperty(nameof(Migration.UpOperations))!.DeclaringType != typeof(Migration))
        {
            return (UpOperations(context.Migrations, id, type), null);
        }

        var builder = new TracingMigrationBuilder(type.AsType(), context.Context.Database.ProviderName);
        Run(id, () => Up.Invoke(
            context.Migrations.CreateMigration(type, context.Context.Database.ProviderName!), BindingFlags.DoNotWrapExceptions, null, [builder], null));
        return (builder.Operations, builder);
    }

    private IReadOnlyList<MigrationOperation> UpOperations(IMigrationsAssembly assembly, string id, TypeInfo type) =>
        Run(id, () => assembly.CreateMigration(type, context.Context.Database.ProviderName!).UpOperations);

    private T Run<T>(string id, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception)
        {
            throw Fault.OfApplication(
                "migration-failed", $"Up() of the {context.Engine.DisplayName()} migration {id} failed", exception, context.Resolver.IsVerbose);
        }
    }
}
