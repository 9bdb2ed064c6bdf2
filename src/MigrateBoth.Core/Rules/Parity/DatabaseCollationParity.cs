using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB371: databases compare text differently.</summary>
internal static class DatabaseCollationParity
{
    public static DifferenceRule Rule { get; } = new("MB371", "Databases compare text differently", Severity.Warning, DifferenceKind.DatabaseCollation, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"SQLite compares text by {d.Left} ({d.LeftCanonical}), MySQL by {d.Right} ({d.RightCanonical}); this is so for {d.Detail}.",
        "Use modelBuilder.UseCollation(\"utf8mb4_0900_bin\") (MariaDB: utf8mb4_nopad_bin) on MySQL with SQLite's BINARY, the pair that agrees in every probe. A provider that ignores UseCollation, as Oracle's does, takes it from UseMigrateBothStringSemantics() of MigrateBoth.EntityFrameworkCore. Or accept that equality and uniqueness of text differ.");
}
