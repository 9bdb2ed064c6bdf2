using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using MigrateBoth.DesignHost.Contexts;

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

/// <summary>
/// Several contexts may share a database, and one refer to a table that another's migrations make (<c>ExcludeFromMigrations</c>). A
/// scratch database has only one context's tables: the others' get a stand-in with its columns and keys, for foreign keys to point at.
/// </summary>
internal static class StandInTables
{
    /// <summary>Creates the stand-in tables.</summary>
    /// <returns>Their names.</returns>
    public static IReadOnlyList<string> Create(RentedContext context, string connectionString)
    {
        context.ConnectTo(connectionString);
        var model = context.Service<IDesignTimeModel>().Model;
        var tables = model.GetRelationalModel().Tables.Where(table => table.IsExcludedFromMigrations).ToList();
        var commands = context.Service<IMigrationsSqlGenerator>().Generate([.. tables.Select(Operation)], model);
        context.Service<IMigrationCommandExecutor>().ExecuteNonQuery(commands, context.Service<IRelationalConnection>());
        return [.. tables.Select(table => table.Name)];
    }

    private static CreateTableOperation Operation(ITable table)
    {
        var operation = new CreateTableOperation { Name = table.Name, Schema = table.Schema };
        operation.Columns.AddRange(table.Columns.Select(column => Operation(table, column)));
        operation.PrimaryKey = table.PrimaryKey is { } key ? AddPrimaryKeyOperation.CreateFrom(key) : null;
        operation.UniqueConstraints.AddRange(
            table.UniqueConstraints.Where(constraint => !constraint.GetIsPrimaryKey()).Select(AddUniqueConstraintOperation.CreateFrom));
        return operation;
    }

    private static AddColumnOperation Operation(ITable table, IColumn column)
    {
        var operation = new AddColumnOperation
        {
            Table = table.Name,
            Schema = table.Schema,
            Name = column.Name,
            ClrType = column.PropertyMappings.Count > 0 ? Unwrapped(column.PropertyMappings[0]) : typeof(string),
            ColumnType = column.StoreType,
            IsNullable = column.IsNullable,
            Collation = column.Collation,
        };
        foreach (var annotation in column.GetAnnotations())
        {
            operation.AddAnnotation(annotation.Name, annotation.Value);
        }

        return operation;
    }

    private static Type Unwrapped(IColumnMapping mapping)
    {
        var type = mapping.TypeMapping.Converter?.ProviderClrType ?? mapping.Property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
