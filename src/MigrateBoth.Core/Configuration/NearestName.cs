namespace MigrateBoth.Core.Configuration;

/// <summary>Finds the existing name that is most similar to a mistyped one.</summary>
public static class NearestName
{
    /// <summary>The candidate that is closest to <paramref name="name"/>, or null when none is close enough to be a typing error.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">The names that exist; of equally close ones the first wins.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);

        string? best = null;
        // A third of the letters may be wrong, and one always may.
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best ?? Completion(name, candidates);
    }

    /// <summary>A name that was only begun (<c>--start</c>) is far away in letters and yet clear, if one candidate alone starts so.</summary>
    private static string? Completion(string name, IEnumerable<string> candidates)
    {
        var bare = name.TrimStart('-');
        var matches = bare.Length < 3 ? [] : candidates.Where(c => c.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return matches is [var only] ? only : null;
    }

    /// <summary>Edits between two words, where swapping two neighbours is one edit.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            table[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            table[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
