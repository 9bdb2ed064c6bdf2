using System.Reflection;

using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Errors;

using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Reads the migrations as EF Core sees them.</summary>
internal sealed class MigrationsReader(RentedContext context)
{
    public IReadOnlyList<MigrationDescription> Read()
    {
        var assembly = context.Migrations;
        var ids = context.Service<IMigrationsIdGenerator>();
        return
        [
            .. assembly.Migrations.Select(entry => new MigrationDescription
            {
                Id = entry.Key,
                Name = ids.GetName(entry.Key),
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

    /// <summary>Whether the Designer file of a migration is there: EF Core's empty base method says "an empty model" otherwise.</summary>
    public static bool HasTargetModel(Type migration) =>
        migration.GetMethod("BuildTargetModel", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(Migration);

    private IReadOnlyList<MigrationOperation> UpOperations(IMigrationsAssembly assembly, string id, TypeInfo type)
    {
        try
        {
            return assembly.CreateMigration(type, context.Context.Database.ProviderName!).UpOperations;
        }
        catch (Exception exception)
        {
            throw Fault.OfApplication(
                "migration-failed", $"Up() of the {context.Engine.DisplayName()} migration {id} failed", exception, context.Resolver.IsVerbose);
        }
    }
}
