using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.SelfTest;

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
