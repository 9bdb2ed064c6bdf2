namespace MigrateBoth.Core.Testing;

/// <summary>That a test is meant for one engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Reason">The author's reason.</param>
public sealed record DeclaredEngine(Engine Engine, string? Reason)
{
    private const string Prefix = "MigrateBoth: only on ";

    /// <summary>
    /// Reads what a test that is left out says on the other engine: as the reason of a skip, or, where the framework cannot skip a test that runs
    /// already (xUnit v2), as the message of its failure.
    /// </summary>
    /// <returns>Null when the message says nothing of the kind.</returns>
    public static DeclaredEngine? FromMessage(string? message)
    {
        var at = message?.IndexOf(Prefix, StringComparison.Ordinal) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var parts = message![(at + Prefix.Length)..].Split('\n')[0].Split(':', 2, StringSplitOptions.TrimEntries);
        var engine = EngineNames.All.Where(engine => engine.DisplayName() == parts[0]).Select(engine => (Engine?)engine).FirstOrDefault();
        return engine is { } found ? new DeclaredEngine(found, parts.Length > 1 ? parts[1] : null) : null;
    }
}
