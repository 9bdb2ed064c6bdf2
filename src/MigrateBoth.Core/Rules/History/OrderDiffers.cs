using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB104: twins are applied in another order.</summary>
internal static class OrderDiffers
{
    public static HistoryRule Rule { get; } = new("MB104", "Migrations are applied in another order", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts)
    {
        var twins = facts.Pairing.Twins;
        var positions = twins.Select(pair => MigrationPairing.Position(facts.Models.MySql.Migrations, pair.MySql)).ToList();
        var inOrder = LongestIncrease(positions);
        for (var i = 0; i < twins.Count; i++)
        {
            if (!inOrder.Contains(i))
            {
                yield return new HistoryCase
                {
                    Object = new ObjectPath(twins[i].Sqlite.Id),
                    Kind = ObjectKind.Migration,
                    Message = $"The migration {twins[i].Sqlite.Name} is applied {After(i, i => twins[i].Sqlite.Name)} on SQLite and {After(Rank(positions, i), rank => AtRank(twins, positions, rank))} on MySQL.",
                    Expected = After(i, i => twins[i].Sqlite.Name),
                    Actual = After(Rank(positions, i), rank => AtRank(twins, positions, rank)),
                    Advice = "The id decides the order: give both halves ids that sort alike, and rebuild databases that applied them in the wrong order.",
                };
            }
        }
    }

    private static string After(int rank, Func<int, string> nameAt) => rank == 0 ? "first" : $"after {nameAt(rank - 1)}";

    private static int Rank(List<int> positions, int index) => positions.Count(position => position < positions[index]);

    private static string AtRank(IReadOnlyList<MigrationTwins> twins, List<int> positions, int rank) =>
        twins[positions.IndexOf(positions.Order().ElementAt(rank))].MySql.Name;

    /// <summary>The largest set of twins that are in the same order on both sides: only the others moved.</summary>
    private static HashSet<int> LongestIncrease(List<int> positions)
    {
        var length = new int[positions.Count];
        var previous = new int[positions.Count];
        var best = -1;
        for (var i = 0; i < positions.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (positions[j] < positions[i] && length[j] + 1 > length[i])
                {
                    (length[i], previous[i]) = (length[j] + 1, j);
                }
            }

            best = best < 0 || length[i] > length[best] ? i : best;
        }

        var members = new HashSet<int>();
        for (var i = best; i >= 0; i = previous[i])
        {
            members.Add(i);
        }

        return members;
    }
}
