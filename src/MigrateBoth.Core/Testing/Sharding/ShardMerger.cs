namespace MigrateBoth.Core.Testing.Sharding;

/// <summary>Joins the parts of a suite into what one run would have come to. A part that is missing, doubled or of another suite is an obstacle.</summary>
public static class ShardMerger
{
    /// <summary>Joins.</summary>
    public static SuiteResult Merge(IReadOnlyList<ShardResults> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new SuiteResult
        {
            Tests =
            [
                .. parts.SelectMany(part => part.Result.Tests)
                    .OrderBy(test => test.Project, StringComparer.Ordinal)
                    .ThenBy(test => test.Name, StringComparer.Ordinal),
            ],
            Findings = [.. parts.SelectMany(part => part.Result.Findings)],
            Obstacles = [.. parts.SelectMany(part => part.Result.Obstacles), .. Wrong(parts).Select(reason => new SuiteObstacle(null, reason, "Give 'merge' the results of every part of one run, each once."))],
            Facts = parts.Sum(part => part.Result.Facts),
        };
    }

    private static IEnumerable<string> Wrong(IReadOnlyList<ShardResults> parts)
    {
        if (parts.Count == 0)
        {
            yield return "There are no results to merge.";
            yield break;
        }

        var first = parts[0];
        foreach (var other in parts.Skip(1).Where(part => part.Shard.Count != first.Shard.Count))
        {
            yield return $"Part {other.Shard} and part {first.Shard} are of suites that were divided differently.";
        }

        foreach (var other in parts.Skip(1).Where(part => part.ToolVersion != first.ToolVersion))
        {
            yield return $"Part {other.Shard} was made by version {other.ToolVersion} and part {first.Shard} by {first.ToolVersion}.";
        }

        foreach (var other in parts.Skip(1).Where(part => part.Filter != first.Filter || !part.Classes.SequenceEqual(first.Classes)))
        {
            yield return $"Part {other.Shard} was cut from another list of tests than part {first.Shard}: another commit, another filter or other projects.";
        }

        foreach (var index in Enumerable.Range(1, first.Shard.Count))
        {
            var count = parts.Count(part => part.Shard.Index == index);
            if (count != 1)
            {
                yield return count == 0 ? $"Part {index}/{first.Shard.Count} is missing." : $"Part {index}/{first.Shard.Count} is there {count} times.";
            }
        }

        foreach (var twice in parts.SelectMany(part => part.Result.Tests).GroupBy(test => (test.Project, test.Name)).Where(group => group.Count() > 1).Take(3))
        {
            yield return $"{twice.Key.Name} is in more than one part.";
        }
    }
}
