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
