using MigrateBoth.Core.Suites;

namespace MigrateBoth.Core.Testing.Sharding;

/// <summary>Joins the parts of a suite into what one run would have come to. A part that is missing, doubled or of another suite is an obstacle.</summary>
public static class ShardMerger
{
    /// <summary>Merges the results of all parts.</summary>
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

    private static IEnumerable<string> Wrong(IReadOnlyList<ShardResults> parts) => parts.Count == 0
        ? ["There are no results to merge."]
        : [.. parts.Skip(1).SelectMany(other => OfAnotherRun(parts[0], other)), .. Doubled(parts), .. Missing(parts)];

    /// <summary>What two parts of one run have in common.</summary>
    private static IEnumerable<string> OfAnotherRun(ShardResults first, ShardResults other)
    {
        if (other.Shard.Count != first.Shard.Count)
        {
            yield return $"Part {other.Shard} and part {first.Shard} are of suites that were divided differently.";
        }

        if (other.ToolVersion != first.ToolVersion)
        {
            yield return $"Part {other.Shard} was made by version {other.ToolVersion} and part {first.Shard} by {first.ToolVersion}.";
        }

        if (other.Filter != first.Filter || !other.Classes.SequenceEqual(first.Classes))
        {
            yield return $"Part {other.Shard} is from another list of tests than part {first.Shard}: another commit, another filter or other projects.";
        }

        foreach (var mine in first.Sources)
        {
            if (other.Sources.FirstOrDefault(its => its.Project == mine.Project) is { } its && its.Commit != mine.Commit)
            {
                yield return $"{mine.Project} is of commit {its.Commit} in part {other.Shard} and of {mine.Commit} in part {first.Shard}.";
            }
        }

        foreach (var (engine, server) in first.Servers)
        {
            if (other.Servers.GetValueOrDefault(engine) is { } its && (its.Vendor, its.Version) != (server.Vendor, server.Version))
            {
                yield return $"Part {other.Shard} ran on {its.Vendor} {its.Version} and part {first.Shard} on {server.Vendor} {server.Version}.";
            }
        }
    }

    private static IEnumerable<string> Doubled(IReadOnlyList<ShardResults> parts)
    {
        foreach (var index in parts.GroupBy(part => part.Shard.Index).Where(group => group.Count() > 1))
        {
            yield return $"Part {index.First().Shard} is there {index.Count()} times.";
        }

        foreach (var twice in parts.SelectMany(part => part.Result.Tests).GroupBy(test => (test.Project, test.Name)).Where(group => group.Count() > 1).Take(3))
        {
            yield return $"{twice.Key.Name} is in more than one part.";
        }
    }

    private static IEnumerable<string> Missing(IReadOnlyList<ShardResults> parts)
    {
        var count = parts[0].Shard.Count;
        var there = parts.Select(part => part.Shard.Index).ToHashSet();
        var missing = Enumerable.Range(1, count).Where(index => !there.Contains(index)).ToList();
        if (missing.Count > 0)
        {
            yield return missing.Count == 1 ? $"Part {new Shard(missing[0], count)} is missing." : $"{missing.Count} of {count} parts are missing, the first of them {new Shard(missing[0], count)}.";
            yield break;
        }

        // A class that is listed but in no part was not run.
        var names = parts.SelectMany(part => part.Result.Tests).ToLookup(test => test.Project, test => test.Name, StringComparer.Ordinal);
        foreach (var one in parts[0].Classes.Where(one => !names[one.Project].Any(name => name.StartsWith(one.Name + ".", StringComparison.Ordinal))).Take(3))
        {
            yield return $"No part holds a test of {one.Name}.";
        }
    }
}
