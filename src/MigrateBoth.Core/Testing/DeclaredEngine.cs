namespace MigrateBoth.Core.Testing;

/// <summary>That a test is meant for one engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Reason">The author's reason.</param>
public sealed record DeclaredEngine(Engine Engine, string? Reason)
{
    private const string Prefix = "MigrateBoth: only on ";

    /// <summary>
    /// Reads the declaration from the reason of a skip: where no test of a project was recorded, nothing else tells it. A failure is never read: what a
    /// failing test says is its own text, and only a recording says that it was left out.
    /// </summary>
    /// <returns>Null when it was not skipped, or for another reason.</returns>
    public static DeclaredEngine? FromSkip(TestResult? result)
    {
        if (result is not { Outcome: TestOutcome.Skipped, Message: { } message } || !message.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = message[Prefix.Length..].Split('\n')[0].Split(':', 2, StringSplitOptions.TrimEntries);
        var engine = EngineNames.All.Where(engine => engine.DisplayName() == parts[0]).Select(engine => (Engine?)engine).FirstOrDefault();
        return engine is { } found ? new DeclaredEngine(found, parts.Length > 1 ? parts[1] : null) : null;
    }
}
