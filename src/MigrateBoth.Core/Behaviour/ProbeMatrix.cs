using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rules.Unverified;

namespace MigrateBoth.Core.Behaviour;

/// <summary>What was probed of one object.</summary>
/// <param name="Object">The column, index and so on.</param>
/// <param name="Cells">What each kind of probe came to.</param>
public sealed record ProbeRow(ObjectPath Object, IReadOnlyList<ProbeCell> Cells);

/// <summary>The result of one kind of probe.</summary>
/// <param name="Probe">The kind.</param>
/// <param name="Status">How it came out.</param>
/// <param name="Rule">The rule of what was found, or null.</param>
public sealed record ProbeCell(ProbeKind Probe, ProbeStatus Status, string? Rule);

/// <summary>The outcome of a probe.</summary>
public enum ProbeStatus
{
    /// <summary>Both engines answer alike.</summary>
    Identical,

    /// <summary>They answer differently.</summary>
    Different,

    /// <summary>It could not be run.</summary>
    NotRun,
}

/// <summary>What level 5 did.</summary>
/// <param name="Counts">How many probes.</param>
/// <param name="Rows">Object by object.</param>
public sealed record ProbeMatrix(ProbeCounts Counts, IReadOnlyList<ProbeRow> Rows)
{
    /// <summary>Groups the probes by the objects they cover.</summary>
    public static ProbeMatrix Of(IReadOnlyList<ProbePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var judged = pairs.Select(pair => (Pair: pair, Differences: BehaviourJudge.Judge(pair))).ToList();
        var ran = judged.Count(one => one.Pair.Ran || one.Differences.Count > 0);
        var cells =
            from one in judged
            from path in one.Pair.Planned.Objects
            let status = one.Differences.Count > 0 ? ProbeStatus.Different : IsIdentical(one.Pair) ? ProbeStatus.Identical : ProbeStatus.NotRun
            let cell = new ProbeCell(
                one.Pair.Planned.Probe.Kind,
                status,
                one.Differences is [var first, ..] ? first.Cause.Told.Rule.Id : status == ProbeStatus.NotRun ? ProbeNotRun.Rule.Id : null)
            group cell by path into row
            orderby row.Key.ToString()
            select new ProbeRow(row.Key, [.. row.GroupBy(cell => cell.Probe).Select(same => same.OrderByDescending(cell => cell.Status).First()).OrderBy(cell => cell.Probe)]);
        return new ProbeMatrix(
            new ProbeCounts(pairs.Count, ran, judged.Count(one => one.Differences.Count == 0 && IsIdentical(one.Pair))),
            [.. cells]);
    }

    private static bool IsIdentical(ProbePair pair) => pair.Ran && pair.Unanswered.Count == 0;
}
