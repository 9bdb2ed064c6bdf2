using System.Reflection;
using MigrateBoth.Core;

using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Tracing.Origins;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Describing;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Tracing;

/// <summary>Finds the source locations of migrations and mapped properties.</summary>
internal sealed class OriginsReader(RentedContext context, HostSession session)
{
    public EngineOrigins Read()
    {
        using var files = new SourceFiles(Directories());
        return new EngineOrigins(
            context.Engine,
            [.. context.Migrations.Migrations.Select(entry => Migration(entry.Key, entry.Value, files))],
            [.. Properties(files)]);
    }

    private string[] Directories() =>
        [.. new[] { session[context.Engine].Migrations.Directory, session.Project.Directory, session.Startup.Directory }.Distinct(StringComparer.Ordinal)];

    private MigrationOrigin Migration(string id, TypeInfo type, SourceFiles files)
    {
        var (operations, builder) = new MigrationsReader(context).Trace(id, type);
        var up = type.GetMethod("Up", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [typeof(MigrationBuilder)])!;
        var start = files.Find(up, 0);
        return new MigrationOrigin(
            id,
            start,
            [
                .. operations.Select((operation, index) => Operation(
                    operation, builder?.OriginOf(index) is { } origin ? files.Find(origin.Method, origin.Offset) : null)),
            ]);
    }

    private static OperationOrigin Operation(MigrationOperation operation, SourceLocation? location)
    {
        var words = OperationWords.Describe(operation);
        return new OperationOrigin
        {
            Kind = words.Kind,
            Summary = words.Summary,
            Table = words.Table,
            Name = words.Name,
            NewName = operation switch
            {
                RenameTableOperation o => o.NewName,
                RenameColumnOperation o => o.NewName,
                RenameIndexOperation o => o.NewName,
                _ => null,
            },
            Sql = (operation as SqlOperation)?.Sql,
            Location = location,
            Parts = operation is CreateTableOperation table ? [.. Parts(table, location)] : [],
        };
    }

    private static IEnumerable<OperationPart> Parts(CreateTableOperation table, SourceLocation? call)
    {
        IEnumerable<(ObjectKind Kind, string? Name)> parts =
        [
            .. table.Columns.Select(column => (ObjectKind.Column, (string?)column.Name)),
            .. table.PrimaryKey is { } key ? [(ObjectKind.PrimaryKey, (string?)key.Name)] : Array.Empty<(ObjectKind, string?)>(),
            .. table.UniqueConstraints.Select(unique => (ObjectKind.Index, (string?)unique.Name)),
            .. table.ForeignKeys.Select(key => (ObjectKind.ForeignKey, (string?)key.Name)),
            .. table.CheckConstraints.Select(check => (ObjectKind.Check, (string?)check.Name)),
        ];
        return from part in parts
               where part.Name is not null
               select new OperationPart(part.Kind, part.Name, call);
    }

    private IEnumerable<PropertyOrigin> Properties(SourceFiles files) =>
        from table in context.Service<IDesignTimeModel>().Model.GetRelationalModel().Tables
        from column in table.Columns
        let getter = column.PropertyMappings.Count == 1 ? column.PropertyMappings[0].Property.PropertyInfo?.GetMethod : null
        where getter is not null && !getter.IsAbstract
        let location = files.Find(getter, 0)
        where location is not null
        select new PropertyOrigin(table.Name, column.Name, location);
}
