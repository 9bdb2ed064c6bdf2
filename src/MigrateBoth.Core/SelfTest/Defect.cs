namespace MigrateBoth.Core.SelfTest;

/// <summary>One defect at one place: the change to the schema, and what has to be seen then.</summary>
/// <param name="Object">The object that is made wrong, as a finding names it.</param>
/// <param name="Edit">The change.</param>
/// <param name="Sightings">What each stage has to say; all of it, or the defect is missed.</param>
public sealed record Defect(ObjectPath Object, SchemaEdit Edit, IReadOnlyList<Sighting> Sightings);
