using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Rules.Applied;
using MigrateBoth.Core.Rules.Behaviour;
using MigrateBoth.Core.Rules.Differences;
using MigrateBoth.Core.Rules.History;
using MigrateBoth.Core.Rules.RoundTrip;
using MigrateBoth.Core.Rules.Tests;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules;

/// <summary>Every rule there is, in one place.</summary>
public static class RuleSet
{
    /// <summary>The rules of level 1: migration histories and models.</summary>
    public static IReadOnlyList<HistoryRule> History { get; } =
    [
        PendingModelChanges.Rule,
        MissingTwin.Rule,
        TwinWithOtherId.Rule,
        OrderDiffers.Rule,
        AmbiguousMigration.Rule,
        MissingDesigner.Rule,
        MissingSnapshot.Rule,
        AnnotationsOnly.Rule,
        ModelsDiffer.Rule,
        NoMigrations.Rule,
        UnknownOptions.Rule,
        UnstableModel.Rule,
    ];

    /// <summary>The rules of level 2: the migrated schema of one engine against its model.</summary>
    public static IReadOnlyList<DifferenceRule> Drift { get; } = [.. DifferenceDefinitions.All.SelectMany(definition => definition.RulesOf(definition.Drift))];

    /// <summary>The rules of level 3: the comparison of the two engines' schemas.</summary>
    public static IReadOnlyList<DifferenceRule> Parity { get; } = [.. DifferenceDefinitions.All.SelectMany(definition => definition.RulesOf(definition.Parity))];

    /// <summary>The rules of level 4: migrations applied to tables with rows, and reverted.</summary>
    public static IReadOnlyList<RoundTripRule> RoundTrip { get; } = [.. UpRules.All, .. DownRules.All, .. UnverifiedRows.All];

    /// <summary>The rules of level 5: the behaviour of values and queries.</summary>
    public static IReadOnlyList<BehaviourRule> Behaviour => BehaviourRule.All;

    /// <summary>The rules of level 6: the shared test suite.</summary>
    public static IReadOnlyList<TestRule> Tests { get; } = [.. OutcomeRules.All, .. RecordingRules.All];

    /// <summary>What could not be verified, at whatever level.</summary>
    public static IReadOnlyList<DifferenceRule> Unverified { get; } = [.. DifferenceDefinitions.All.SelectMany(definition => definition.RulesOf(definition.Unverified))];

    /// <summary>The project's migrations against those that a database has recorded.</summary>
    public static IReadOnlyList<Notice> Applied { get; } =
    [
        PendingMigration.Rule,
        UnknownMigration.Rule,
        NoHistoryTable.Rule,
    ];

    /// <summary>What concerns the check itself.</summary>
    public static IReadOnlyList<Notice> Notices { get; } =
    [
        ServerVersion.Rule,
        StageNotRun.Rule,
        StaleAcceptance.Rule,
        SwitchedOff.Rule,
        NotExecuted.Rule,
        OutsideTheDatabase.Rule,
        MissingRecording.Rule,
        CutRecording.Rule,
        ProbeNotRun.Rule,
    ];

    /// <summary>All rules by id.</summary>
    public static IReadOnlyDictionary<string, Rule> ById { get; } = Index([.. History, .. Applied, .. Drift, .. Parity, .. RoundTrip, .. Behaviour, .. Tests, .. Unverified, .. Notices]);

    /// <summary>All rules, sorted by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule for a kind of difference.</summary>
    /// <param name="rules">The rules of the level; those about what could not be verified come after them.</param>
    /// <param name="kind">The kind.</param>
    public static DifferenceRule For(IReadOnlyList<DifferenceRule> rules, DifferenceKind kind)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Concat(Unverified).First(rule => rule.Kind == kind);
    }

    /// <summary>The rule for a way in which a test's two runs differ.</summary>
    public static TestRule For(TestDifferenceKind kind) => Tests.First(rule => rule.Kind == kind);

    /// <summary>The rule for what the round trip found.</summary>
    public static RoundTripRule For(RoundTripFactKind kind) => RoundTrip.First(rule => rule.Kind == kind);

    internal static Dictionary<string, Rule> Index(IEnumerable<Rule> rules)
    {
        var index = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
        {
            if (!index.TryAdd(rule.Id, rule))
            {
                throw new InvalidOperationException($"Two rules have the id {rule.Id}: '{index[rule.Id].Title}' and '{rule.Title}'.");
            }
        }

        return index;
    }
}
