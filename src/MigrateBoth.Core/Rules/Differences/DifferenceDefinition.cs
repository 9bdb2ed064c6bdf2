using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>All that is said of one kind of difference: by each level's rule, between any two schemas of one engine, and by the call that corrects it.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record DifferenceDefinition(DifferenceKind Kind)
{
    /// <summary>What to do about text that two databases without a model compare differently.</summary>
    public const string ChooseCollation =
        "Give text on MySQL the collation utf8mb4_0900_bin (MariaDB: utf8mb4_nopad_bin), which agrees with SQLite's BINARY in every probe, or accept that equality and uniqueness of text differ.";

    private const string ChooseSide = "Decide which of the two is right, and bring the other one there.";

    /// <summary>What the migrations of one engine make, held against its model.</summary>
    public DifferenceWords? Drift { get; init; }

    /// <summary>What the two engines have.</summary>
    public DifferenceWords? Parity { get; init; }

    /// <summary>What could not be compared, at either level.</summary>
    public DifferenceWords? Unverified { get; init; }

    /// <summary>The sentence about two named schemas of one engine.</summary>
    public required Func<SchemaDifference, SideBySide, string> Between { get; init; }

    /// <summary>What to do about it between two named schemas, null from it for the rule's own advice; without it, the advice that holds for the two sides.</summary>
    public Func<SchemaDifference, SideBySide, string?>? AdviceBetween { get; init; }

    /// <summary>What to do where no project was given, from the rule's own advice; without it, that one of the two sides is right.</summary>
    public Func<string?, string?> AdviceWithoutModel { get; init; } = _ => ChooseSide;

    /// <summary>The call that corrects it, where one is certain.</summary>
    public FixAction? Fix { get; init; }

    /// <summary>The engine that lacks the object in a difference between the engines, where the kind says so.</summary>
    public Engine? AbsentOn { get; init; }

    /// <summary>The rule that a level has about this kind; empty where it has none.</summary>
    /// <param name="words">The level's words.</param>
    public IEnumerable<DifferenceRule> RulesOf(DifferenceWords? words) =>
        words is null ? [] : [new DifferenceRule(words.Id, words.Title, words.DefaultSeverity, Kind, words.Explain)];

    /// <summary>The call that corrects a finding: what one engine lacks is added there.</summary>
    /// <param name="stage">The stage that found it.</param>
    /// <param name="engine">The engine at fault.</param>
    public FixAction? FixFor(string stage, Engine? engine) => stage == StageNames.Parity && AbsentOn is { } lacking
        ? engine == lacking ? FixAction.Add : null
        : Fix;
}

/// <summary>A level's rule about a kind of difference.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">What the rule finds, in a few words.</param>
/// <param name="DefaultSeverity">How much it matters by default.</param>
/// <param name="Explain">What it says of one.</param>
internal sealed record DifferenceWords(string Id, string Title, Severity DefaultSeverity, Func<SchemaDifference, Explanation> Explain);

/// <summary>Every kind of difference.</summary>
internal static class DifferenceDefinitions
{
    /// <summary>All of them, in the order in which a table is read.</summary>
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        .. ColumnDifferences.All,
        .. DefaultDifferences.All,
        .. CollationDifferences.All,
        .. TableDifferences.All,
        .. KeyDifferences.All,
        .. IndexDifferences.All,
        .. ForeignKeyDifferences.All,
        .. CheckDifferences.All,
        .. ViewDifferences.All,
        .. NameDifferences.All,
        .. UnverifiedDifferences.All,
    ];

    private static readonly Dictionary<DifferenceKind, DifferenceDefinition> ByKind = All.ToDictionary(definition => definition.Kind);

    /// <summary>The one about a kind.</summary>
    public static DifferenceDefinition Of(DifferenceKind kind) => ByKind[kind];
}
