using MigrateBoth.Core.Reports.Provenance;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Why a release is not let through.</summary>
/// <param name="Code">A stable identifier in kebab-case; docs/gate.md lists them.</param>
/// <param name="Report">The report it is about, as it was named; null when it is about all of them.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do next.</param>
internal sealed record Refusal(string Code, string? Report, string Message, string Advice)
{
    /// <summary>The files that differ, where that is why.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>Whether something could not be checked, rather than was found to be wrong.</summary>
    public bool IsUnchecked { get; init; }
}
