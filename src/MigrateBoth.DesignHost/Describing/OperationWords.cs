using MigrateBoth.Core.Model;

using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Describes migration operations in words.</summary>
internal static class OperationWords
{
    private const int SqlExcerpt = 60;

    public static IReadOnlyList<OperationDescription> DescribeAll(IEnumerable<MigrationOperation> operations) =>
        [.. operations.Select(Describe)];

    public static OperationDescription Describe(MigrationOperation operation)
    {
        var kind = Kind(operation);
        var (table, name, summary) = Words(operation, kind);
        return new OperationDescription
        {
            Kind = kind,
            Table = table,
            Name = name,
            NewName = (operation as RenameTableOperation)?.NewName ?? (operation as RenameColumnOperation)?.NewName,
            Sql = (operation as SqlOperation)?.Sql,
            Columns = (operation as UpdateDataOperation)?.Columns ?? [],
            IsDestructive = operation.IsDestructiveChange,
            Summary = summary,
        };
    }

    private static string Kind(MigrationOperation operation)
    {
        var name = operation.GetType().Name;
        return name.EndsWith("Operation", StringComparison.Ordinal) ? name[..^"Operation".Length] : name;
    }

    private static (string? Table, string? Name, string Summary) Words(MigrationOperation operation, string kind) => operation switch
    {
        CreateTableOperation o => (o.Name, null, $"create table {o.Name}"),
        DropTableOperation o => (o.Name, null, $"drop table {o.Name}"),
        RenameTableOperation o => (o.Name, o.NewName, $"rename table {o.Name} to {o.NewName}"),
        AlterTableOperation o => (o.Name, null, $"alter table {o.Name}"),
        AddColumnOperation o => (o.Table, o.Name, $"add column {o.Table}.{o.Name}"),
        DropColumnOperation o => (o.Table, o.Name, $"drop column {o.Table}.{o.Name}"),
        AlterColumnOperation o => (o.Table, o.Name, $"alter column {o.Table}.{o.Name}{ColumnChange(o)}"),
        RenameColumnOperation o => (o.Table, o.Name, $"rename column {o.Table}.{o.Name} to {o.NewName}"),
        AddPrimaryKeyOperation o => (o.Table, o.Name, $"add primary key {o.Name} on {o.Table} ({Join(o.Columns)})"),
        DropPrimaryKeyOperation o => (o.Table, o.Name, $"drop primary key {o.Name} of {o.Table}"),
        AddUniqueConstraintOperation o => (o.Table, o.Name, $"add unique constraint {o.Name} on {o.Table} ({Join(o.Columns)})"),
        DropUniqueConstraintOperation o => (o.Table, o.Name, $"drop unique constraint {o.Name} of {o.Table}"),
        AddForeignKeyOperation o => (o.Table, o.Name, $"add foreign key {o.Name} from {o.Table} ({Join(o.Columns)}) to {o.PrincipalTable}"),
        DropForeignKeyOperation o => (o.Table, o.Name, $"drop foreign key {o.Name} of {o.Table}"),
        AddCheckConstraintOperation o => (o.Table, o.Name, $"add check constraint {o.Name} on {o.Table}"),
        DropCheckConstraintOperation o => (o.Table, o.Name, $"drop check constraint {o.Name} of {o.Table}"),
        CreateIndexOperation o => (o.Table, o.Name, $"create {(o.IsUnique ? "unique " : null)}index {o.Name} on {o.Table} ({Join(o.Columns)})"),
        DropIndexOperation o => (o.Table, o.Name, $"drop index {o.Name} of {o.Table}"),
        RenameIndexOperation o => (o.Table, o.Name, $"rename index {o.Name} of {o.Table} to {o.NewName}"),
        InsertDataOperation o => (o.Table, null, $"insert {Rows(o.Values.GetLength(0))} into {o.Table}"),
        UpdateDataOperation o => (o.Table, null, $"update {Rows(o.KeyValues.GetLength(0))} of {o.Table}"),
        DeleteDataOperation o => (o.Table, null, $"delete {Rows(o.KeyValues.GetLength(0))} from {o.Table}"),
        SqlOperation o => (null, null, $"run SQL: {Excerpt(o.Sql)}"),
        EnsureSchemaOperation o => (null, o.Name, $"create schema {o.Name}"),
        DropSchemaOperation o => (null, o.Name, $"drop schema {o.Name}"),
        CreateSequenceOperation o => (null, o.Name, $"create sequence {o.Name}"),
        DropSequenceOperation o => (null, o.Name, $"drop sequence {o.Name}"),
        AlterSequenceOperation o => (null, o.Name, $"alter sequence {o.Name}"),
        RenameSequenceOperation o => (null, o.Name, $"rename sequence {o.Name} to {o.NewName}"),
        RestartSequenceOperation o => (null, o.Name, $"restart sequence {o.Name}"),
        AlterDatabaseOperation => (null, null, "alter the database's character set, collation or annotations"),
        ITableMigrationOperation o => (o.Table, null, $"{kind} on {o.Table}"),
        _ => (null, null, kind),
    };

    private static string ColumnChange(AlterColumnOperation operation)
    {
        List<string> changes = [];
        if (operation.OldColumn.ColumnType != operation.ColumnType && operation.ColumnType is not null)
        {
            changes.Add($"type {operation.OldColumn.ColumnType} to {operation.ColumnType}");
        }

        if (operation.OldColumn.IsNullable != operation.IsNullable)
        {
            changes.Add(operation.IsNullable ? "to optional" : "to required");
        }

        return changes.Count == 0 ? "" : $" ({string.Join(", ", changes)})";
    }

    private static string Join(IEnumerable<string> columns) => string.Join(", ", columns);

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private static string Excerpt(string sql)
    {
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= SqlExcerpt ? line : line[..SqlExcerpt] + "...";
    }
}
