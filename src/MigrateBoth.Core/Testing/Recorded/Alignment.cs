namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Two runs' events side by side.</summary>
/// <param name="Left">The left run's event, or null where only the right one has it.</param>
/// <param name="Right">The right run's event, or null where only the left one has it.</param>
internal sealed record AlignedEvents(TestEvent? Left, TestEvent? Right);

/// <summary>Lays two runs side by side, so that one more command on one side does not shift everything behind it.</summary>
internal static class Alignment
{
    // A longest common subsequence takes memory by the product of both lengths; behind this the runs are laid side by side as they are.
    private const int Largest = 4_000_000;

    public static IReadOnlyList<AlignedEvents> Of(IReadOnlyList<TestEvent> left, IReadOnlyList<TestEvent> right)
    {
        var start = 0;
        while (start < left.Count && start < right.Count && left[start].IsTwinOf(right[start]))
        {
            start++;
        }

        var rows = new List<AlignedEvents>();
        for (var i = 0; i < start; i++)
        {
            rows.Add(new AlignedEvents(left[i], right[i]));
        }

        rows.AddRange(Paired(Longest([.. left.Skip(start)], [.. right.Skip(start)])));
        return rows;
    }

    private static List<AlignedEvents> Longest(TestEvent[] left, TestEvent[] right)
    {
        var rows = new List<AlignedEvents>();
        var (i, j) = (0, 0);
        if ((long)left.Length * right.Length <= Largest)
        {
            var lengths = Lengths(left, right);
            while (i < left.Length && j < right.Length)
            {
                if (left[i].IsTwinOf(right[j]))
                {
                    rows.Add(new AlignedEvents(left[i++], right[j++]));
                }
                else if (lengths[i + 1, j] >= lengths[i, j + 1])
                {
                    rows.Add(new AlignedEvents(left[i++], null));
                }
                else
                {
                    rows.Add(new AlignedEvents(null, right[j++]));
                }
            }
        }

        rows.AddRange(left.Skip(i).Select(only => new AlignedEvents(only, null)));
        rows.AddRange(right.Skip(j).Select(only => new AlignedEvents(null, only)));
        return rows;
    }

    private static int[,] Lengths(TestEvent[] left, TestEvent[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i].IsTwinOf(right[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    /// <summary>Raw SQL that the application writes per engine is at the same place with another text.</summary>
    private static IEnumerable<AlignedEvents> Paired(List<AlignedEvents> rows)
    {
        var gap = new List<AlignedEvents>();
        foreach (var row in rows)
        {
            if (row is { Left: not null, Right: not null })
            {
                foreach (var paired in Close(gap))
                {
                    yield return paired;
                }

                gap.Clear();
                yield return row;
            }
            else
            {
                gap.Add(row);
            }
        }

        foreach (var paired in Close(gap))
        {
            yield return paired;
        }
    }

    private static List<AlignedEvents> Close(List<AlignedEvents> gap)
    {
        var right = new LinkedList<TestEvent>(gap.Select(row => row.Right).OfType<TestEvent>());
        var closed = new List<AlignedEvents>();
        foreach (var left in gap.Select(row => row.Left).OfType<TestEvent>())
        {
            var twin = right.FirstOrDefault(left.IsOfKind);
            if (twin is not null)
            {
                right.Remove(twin);
            }

            closed.Add(new AlignedEvents(left, twin));
        }

        closed.AddRange(right.Select(only => new AlignedEvents(null, only)));
        return closed;
    }
}
