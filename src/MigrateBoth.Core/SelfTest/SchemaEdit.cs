using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest;

/// <summary>A change to a database, said without a dialect where that is possible.</summary>
public abstract record SchemaEdit;

/// <summary>A table is dropped and made anew with another definition, its indexes included.</summary>
/// <param name="Original">The table as it is.</param>
/// <param name="Planted">The table as it shall be.</param>
public sealed record ReplaceTable(Table Original, Table Planted) : SchemaEdit
{
    /// <summary>One place of the new CREATE TABLE statement to write differently: for what no <see cref="Table"/> can say.</summary>
    public (string Find, string Replacement)? Rewrite { get; init; }
}

/// <summary>A table is dropped, whoever refers to it.</summary>
/// <param name="Table">The table.</param>
public sealed record DropTable(Table Table) : SchemaEdit;

/// <summary>A table is added.</summary>
/// <param name="Table">The table.</param>
public sealed record AddTable(Table Table) : SchemaEdit;

/// <summary>A table gets another name.</summary>
/// <param name="Table">The table.</param>
/// <param name="NewName">The name it gets.</param>
public sealed record RenameTable(Table Table, string NewName) : SchemaEdit;

/// <summary>Statements in the engine's own dialect, for objects that are no tables.</summary>
/// <param name="Plant">Plant it.</param>
/// <param name="Undo">Take it away again.</param>
public sealed record RunStatements(IReadOnlyList<string> Plant, IReadOnlyList<string> Undo) : SchemaEdit;
