namespace MigrateBoth.Core.Configuration;

/// <summary>How far the round trip goes.</summary>
/// <param name="From">The migration after which the steps begin, such as the last one of the last release; null for all of them.</param>
/// <param name="Irreversible">The migrations that have no way back on purpose.</param>
public sealed record RoundTripSettings(string? From, IReadOnlyList<IrreversibleMigration> Irreversible)
{
    /// <summary>All the way, and all the way back.</summary>
    public static RoundTripSettings Default { get; } = new(null, []);

    /// <summary>Why a migration has no way back on purpose; null when it has to have one.</summary>
    /// <param name="ids">Its ids.</param>
    public string? ReasonFor(IEnumerable<string> ids) =>
        Irreversible.FirstOrDefault(item => ids.Contains(item.Migration, StringComparer.OrdinalIgnoreCase))?.Reason;
}

/// <summary>A migration that has no way back on purpose.</summary>
/// <param name="Migration">Its id.</param>
/// <param name="Reason">Why.</param>
public sealed record IrreversibleMigration(string Migration, string Reason);
