using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Core.Tracing;

/// <summary>An object of a schema, whatever the case of its name.</summary>
internal readonly record struct ObjectKey
{
    public ObjectKey(ObjectKind kind, string table, string? name = null)
    {
        // A table has one primary key, and its name says nothing.
        (Kind, Table, Name) = (kind, table.ToUpperInvariant(), kind == ObjectKind.PrimaryKey ? "" : name?.ToUpperInvariant() ?? "");
    }

    public ObjectKind Kind { get; private init; }

    public string Table { get; private init; }

    public string Name { get; }

    public ObjectKey In(string table) => this with { Table = table.ToUpperInvariant() };
}

/// <summary>What last touched an object.</summary>
/// <param name="Order">The place of the operation among all of the history.</param>
/// <param name="MigrationId">The migration.</param>
/// <param name="Location">The call, or null.</param>
/// <param name="IsDropped">Whether the object is gone since.</param>
internal sealed record ObjectTrace(int Order, string MigrationId, SourceLocation? Location, bool IsDropped = false);

/// <summary>Follows every object of one engine through its migrations: which operation made it or altered it last.</summary>
internal sealed class ObjectHistory
{
    private readonly Dictionary<ObjectKey, ObjectTrace> _traces = [];
    private readonly List<(ObjectTrace Trace, string Sql)> _rawSql = [];

    public ObjectHistory(EngineOrigins origins)
    {
        Migrations = origins.Migrations;
        var order = 0;
        foreach (var migration in origins.Migrations)
        {
            foreach (var operation in migration.Operations)
            {
                Follow(operation, new ObjectTrace(order++, migration.Id, operation.Location));
            }
        }
    }

    /// <summary>The migrations with the source of their operations, in the order of application.</summary>
    public IReadOnlyList<MigrationOrigin> Migrations { get; }

    /// <summary>What last touched the object; null when no migration is known to, or more than one place may have.</summary>
    public ObjectTrace? Find(ObjectKind kind, string table, string name)
    {
        var trace = _traces.TryGetValue(new ObjectKey(kind, table, kind == ObjectKind.Table ? null : name), out var found) ? found : null;
        var later = _rawSql.Where(raw => raw.Trace.Order > (trace?.Order ?? -1)).ToList();
        if (later.FindLast(raw => RawSql.Changes(raw.Sql, kind, table, name)) is { Sql: not null } changed)
        {
            (trace, later) = (changed.Trace, later.FindAll(raw => raw.Trace.Order > changed.Trace.Order));
        }

        var doubts = later.FindAll(raw => RawSql.MayChange(raw.Sql, table, name));
        return doubts.Count == 0 ? trace
            // Which of several commands it was cannot be determined; if they are all in one migration, that it was there can.
            : doubts.Select(doubt => doubt.Trace.MigrationId).Append(trace?.MigrationId ?? doubts[0].Trace.MigrationId).Distinct().Count() == 1
                ? doubts[^1].Trace with { Location = UpOf(doubts[^1].Trace.MigrationId) }
                : null;
    }

    /// <summary>Where a migration's <c>Up</c> is declared.</summary>
    public SourceLocation? UpOf(string migrationId) =>
        Migrations.FirstOrDefault(migration => string.Equals(migration.Id, migrationId, StringComparison.OrdinalIgnoreCase))?.Up;

    private void Follow(OperationOrigin operation, ObjectTrace trace)
    {
        switch (operation)
        {
            case { Kind: "Sql", Sql: { } sql }:
                _rawSql.Add((trace, sql));
                break;
            case { Table: null }:
                break;
            case { Kind: "CreateTable" or "AlterTable", Table: { } table }:
                _traces[new ObjectKey(ObjectKind.Table, table)] = trace;
                foreach (var part in operation.Parts)
                {
                    _traces[new ObjectKey(part.Kind, table, part.Name)] = trace with { Location = part.Location ?? trace.Location };
                }

                break;
            case { Kind: "DropTable", Table: { } table }:
                foreach (var key in Of(table))
                {
                    _traces[key] = trace with { IsDropped = true };
                }

                break;
            case { Kind: "RenameTable", Table: { } table, NewName: { } name }:
                foreach (var key in Of(table))
                {
                    Move(key, key.In(name));
                }

                break;
            case { Kind: "RenameColumn", Table: { } table, Name: { } old, NewName: { } name }:
                Move(new ObjectKey(ObjectKind.Column, table, old), new ObjectKey(ObjectKind.Column, table, name));
                break;
            case { Kind: "RenameIndex", Table: { } table, Name: { } old, NewName: { } name }:
                Move(new ObjectKey(ObjectKind.Index, table, old), new ObjectKey(ObjectKind.Index, table, name));
                break;
            default:
                FollowPart(operation, trace);
                break;
        }
    }

    private void FollowPart(OperationOrigin operation, ObjectTrace trace)
    {
        ObjectKind? kind = operation.Kind switch
        {
            "AddColumn" or "AlterColumn" or "DropColumn" => ObjectKind.Column,
            "AddPrimaryKey" or "DropPrimaryKey" => ObjectKind.PrimaryKey,
            "CreateIndex" or "DropIndex" or "AddUniqueConstraint" or "DropUniqueConstraint" => ObjectKind.Index,
            "AddForeignKey" or "DropForeignKey" => ObjectKind.ForeignKey,
            "AddCheckConstraint" or "DropCheckConstraint" => ObjectKind.Check,
            _ => null,
        };
        if (kind is { } known)
        {
            _traces[new ObjectKey(known, operation.Table!, operation.Name)] =
                trace with { IsDropped = operation.Kind.StartsWith("Drop", StringComparison.Ordinal) };
        }
    }

    private List<ObjectKey> Of(string table) => [.. _traces.Keys.Where(key => key == key.In(table))];

    private void Move(ObjectKey from, ObjectKey to)
    {
        if (_traces.Remove(from, out var trace))
        {
            _traces[to] = trace;
        }
    }
}
