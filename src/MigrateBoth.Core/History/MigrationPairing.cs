using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.History;

/// <summary>Which migration of SQLite belongs to which of MySQL.</summary>
/// <param name="Twins">Pairs with the same id, or failing that the same name.</param>
/// <param name="Renamed">Pairs with the same time stamp and different names.</param>
/// <param name="SqliteOnly">Migrations of SQLite without a partner.</param>
/// <param name="MySqlOnly">Migrations of MySQL without a partner.</param>
public sealed record MigrationPairing(
    IReadOnlyList<MigrationTwins> Twins,
    IReadOnlyList<MigrationTwins> Renamed,
    IReadOnlyList<MigrationDescription> SqliteOnly,
    IReadOnlyList<MigrationDescription> MySqlOnly)
{
    /// <summary>Pairs by id, then by name, then by time stamp.</summary>
    public static MigrationPairing Of(IReadOnlyList<MigrationDescription> sqlite, IReadOnlyList<MigrationDescription> mySql)
    {
        var free = mySql.ToList();
        var rest = sqlite.ToList();
        var twins = Take(rest, free, (l, r) => string.Equals(l.Id, r.Id, StringComparison.OrdinalIgnoreCase));
        twins.AddRange(Take(rest, free, (l, r) => string.Equals(l.Name, r.Name, StringComparison.OrdinalIgnoreCase)));
        var renamed = Take(rest, free, (l, r) => TimeStamp(l) is { Length: > 0 } stamp && stamp == TimeStamp(r));
        return new MigrationPairing([.. twins.OrderBy(pair => Position(sqlite, pair.Sqlite))], renamed, rest, free);
    }

    /// <summary>Where a migration is in its side's order, from 0.</summary>
    internal static int Position(IReadOnlyList<MigrationDescription> migrations, MigrationDescription migration)
    {
        var position = 0;
        while (!ReferenceEquals(migrations[position], migration))
        {
            position++;
        }

        return position;
    }

    private static List<MigrationTwins> Take(
        List<MigrationDescription> left,
        List<MigrationDescription> right,
        Func<MigrationDescription, MigrationDescription, bool> belongs)
    {
        var pairs = new List<MigrationTwins>();
        foreach (var migration in left.ToList())
        {
            var partner = right.FindIndex(candidate => belongs(migration, candidate));
            if (partner >= 0)
            {
                pairs.Add(new MigrationTwins(migration, right[partner]));
                right.RemoveAt(partner);
                left.RemoveAt(left.FindIndex(candidate => ReferenceEquals(candidate, migration)));
            }
        }

        return pairs;
    }

    private static string TimeStamp(MigrationDescription migration) => migration.Id.Split('_')[0];
}

/// <summary>Two migrations that belong together.</summary>
/// <param name="Sqlite">SQLite's.</param>
/// <param name="MySql">MySQL's.</param>
public sealed record MigrationTwins(MigrationDescription Sqlite, MigrationDescription MySql);
