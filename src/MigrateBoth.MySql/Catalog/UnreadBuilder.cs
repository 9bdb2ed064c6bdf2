using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Says of a routine, event or library why it cannot be compared.</summary>
internal static class UnreadBuilder
{
    /// <summary>How the procedures begin that Pomelo makes and drops again around a primary key (catalogue row M-21).</summary>
    private const string PomeloPrefix = "POMELO_";

    public static UnreadObject Build(ObjectRow row)
    {
        var reason = row is { Kind: "routine" } && row.Name.StartsWith(PomeloPrefix, StringComparison.Ordinal)
            ? "a migration that failed half way left it behind: Pomelo makes it and drops it again; drop it"
            : $"a {Word(row)} cannot be compared with the other engine";
        return new UnreadObject(row.Kind, row.Name, row.Text ?? row.Detail, reason);
    }

    private static string Word(ObjectRow row) => row.Kind == "routine" ? row.Detail.ToLowerInvariant() : row.Kind;
}
