using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB305: value generation differs between the engines.</summary>
internal static class IdentityParity
{
    public static DifferenceRule Rule { get; } = new("MB305", "Value generation differs between the engines", Severity.Error, DifferenceKind.Identity, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The values of {d.Object} are {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}{d.Along()}.",
        "Make both keys generated or neither: a generated key has to be the only column of its primary key on SQLite, and AUTO_INCREMENT on MySQL.");
}
