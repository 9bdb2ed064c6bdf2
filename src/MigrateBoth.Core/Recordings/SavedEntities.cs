namespace MigrateBoth.Core.Recordings;

/// <summary>How many entities of one type a save adds, modifies and deletes.</summary>
/// <param name="Entity">EF Core's display name of the entity type.</param>
/// <param name="Added">To be inserted.</param>
/// <param name="Modified">To be updated.</param>
/// <param name="Deleted">To be deleted.</param>
sealed partial record SavedEntities(string Entity, int Added, int Modified, int Deleted);
