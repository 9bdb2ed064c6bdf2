using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Scripts;

/// <summary>Writes the statements of one engine that change a schema. They are for reading: nothing runs them.</summary>
public interface ISchemaWriter
{
    /// <summary>What goes before all statements, so that their order does not matter to foreign keys.</summary>
    IReadOnlyList<string> Begin { get; }

    /// <summary>What goes after them.</summary>
    IReadOnlyList<string> End { get; }

    /// <summary>Writes the statements that create a table with its indexes.</summary>
    IReadOnlyList<string> Create(Table table);

    /// <summary>Drops a table.</summary>
    string Drop(Table table);

    /// <summary>Writes the statements that change a table into the wanted one.</summary>
    /// <param name="wanted">The table as it should be.</param>
    /// <param name="actual">The table as it is.</param>
    /// <param name="differences">Where they differ.</param>
    TableScript Alter(Table wanted, Table actual, IReadOnlyList<SchemaDifference> differences);
}

/// <summary>The statements for one table.</summary>
/// <param name="Statements">The statements.</param>
/// <param name="Left">Differences that they do not take away.</param>
/// <param name="Warning">What to know before running them, or null.</param>
public sealed record TableScript(IReadOnlyList<string> Statements, IReadOnlyList<SchemaDifference> Left, string? Warning = null);
