namespace MigrateBoth.Core.Findings;

/// <summary>How many findings there are; accepted ones are counted apart.</summary>
/// <param name="Error">Errors that are not accepted.</param>
/// <param name="Warning">Warnings that are not accepted.</param>
/// <param name="Info">Infos that are not accepted.</param>
/// <param name="Accepted">Accepted ones, regardless of their severity.</param>
public sealed record FindingSummary(int Error, int Warning, int Info, int Accepted)
{
    /// <summary>Counts findings by severity.</summary>
    public static FindingSummary Of(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        return new FindingSummary(Count(Severity.Error), Count(Severity.Warning), Count(Severity.Info), all.Count(f => f.Accepted));

        int Count(Severity severity) => all.Count(f => !f.Accepted && f.Severity == severity);
    }

    /// <summary>For display, such as <c>2 errors, 1 warning</c>; <c>nothing found</c> when all are zero.</summary>
    public override string ToString()
    {
        string[] parts = [.. new[] { Part(Error, "error"), Part(Warning, "warning"), Part(Info, "info"), Accepted == 0 ? null : $"{Accepted} accepted" }.OfType<string>()];
        return parts.Length == 0 ? "nothing found" : string.Join(", ", parts);
    }

    private static string? Part(int count, string noun) => count switch
    {
        0 => null,
        1 => $"1 {noun}",
        _ => noun == "info" ? $"{count} infos" : $"{count} {noun}s",
    };
}
