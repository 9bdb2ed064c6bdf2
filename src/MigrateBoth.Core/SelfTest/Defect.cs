using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest;

/// <summary>One defect at one place: the change to the schema, and what has to be seen then.</summary>
/// <param name="Object">The object that is made wrong, as a finding names it.</param>
/// <param name="Edit">The change.</param>
/// <param name="Sightings">What each stage has to say; all of it, or the defect is missed.</param>
public sealed record Defect(ObjectPath Object, SchemaEdit Edit, IReadOnlyList<Sighting> Sightings);

/// <summary>One way in which a schema can be wrong: where it applies and how it is planted, as data.</summary>
/// <param name="Id">A stable identifier in kebab-case, the same on both engines.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Engine">The engine it is planted in.</param>
/// <param name="Find">All places of a schema where it can be planted, in a stable order; lazy.</param>
public sealed record DefectKind(string Id, string Title, Engine Engine, Func<PlantingGround, IEnumerable<Defect>> Find)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Engine.Id()}: {Id}";
}

/// <summary>What one stage has to find: one of these rules at exactly this object.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Object">The object's path, letter by letter.</param>
/// <param name="Rules">Rules of which one is enough: some defects may rightly be called by more than one name.</param>
public sealed record Sighting(string Stage, ObjectPath Object, IReadOnlyList<string> Rules)
{
    /// <summary>Whether this is it.</summary>
    public bool IsMetBy(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Stage == Stage && finding.Object == Object && Rules.Contains(finding.Rule);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Stage} {string.Join('/', Rules)} at {Object}";
}

/// <summary>A change to a database, said without a dialect where that is possible.</summary>
public abstract record SchemaEdit;

/// <summary>A table is dropped and recreated with another definition, its indexes included.</summary>
/// <param name="Original">The table as it is.</param>
/// <param name="Planted">The table as it shall be.</param>
public sealed record ReplaceTable(Table Original, Table Planted) : SchemaEdit
{
    /// <summary>A replacement in the new CREATE TABLE statement, for details that <see cref="Table"/> cannot express.</summary>
    public (string Find, string Replacement)? Rewrite { get; init; }
}

/// <summary>A table is dropped, even if other tables refer to it.</summary>
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
