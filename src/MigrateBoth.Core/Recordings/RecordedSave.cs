namespace MigrateBoth.Core.Recordings;

/// <summary>One call of <c>SaveChanges</c>; its commands name its sequence.</summary>
sealed partial record RecordedSave : RecordedStep
{
    /// <summary>What was to be saved, sorted by entity type.</summary>
    public IReadOnlyList<SavedEntities> Entities { get; init; } = [];

    /// <summary>What <c>SaveChanges</c> returned; null when it failed.</summary>
    public int? RowsAffected { get; init; }
}
