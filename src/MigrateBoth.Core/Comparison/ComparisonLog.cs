using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Collects what one comparison finds and counts what it compares.</summary>
internal sealed class ComparisonLog(DatabaseSchema left, DatabaseSchema right)
{
    private readonly List<SchemaDifference> _differences = [];
    private readonly List<ExpressionPair> _expressions = [];
    private int _facts;

    public Absences Absences { get; } = new();

    /// <summary>Counts one fact that was compared.</summary>
    public void Count() => _facts++;

    /// <summary>Counts one fact and notes it when it differs.</summary>
    public void Compare(Judgement judgement, Func<Judgement, SchemaDifference> difference)
    {
        _facts++;
        if (!judgement.IsEqual)
        {
            Add(difference(judgement));
        }
    }

    /// <summary>
    /// Notes two expressions to be run where their texts are equal or do not decide. What text alone says of the latter stands until they were run;
    /// a difference that has another cause, such as a column that one side lacks, is not noted, and nothing is run.
    /// </summary>
    public void Add(ExpressionPair pair, Judgement judgement)
    {
        if (judgement.IsEqual)
        {
            _expressions.Add(pair);
        }
        else if (judgement.IsOpen && _differences.FindLast(difference => difference.Object == pair.Object && IsAbout(difference.Kind, pair.Use)) is { } byText)
        {
            _expressions.Add(pair with { ByText = byText, IsKnownToDiffer = judgement.IsKnown });
        }
    }

    public void Add(SchemaDifference difference) => _differences.Add(difference);

    private static bool IsAbout(DifferenceKind kind, ExpressionUse use) => kind == DifferenceKind.UncomparableExpression || kind == use.Kinds().Difference;

    /// <summary>
    /// Whether a table or view has the same spelling on both sides. Where a server folds these names, their case says nothing.
    /// </summary>
    public bool AreSpelledAlike(string leftName, string rightName) =>
        string.Equals(leftName, rightName, left.FoldsTableNames || right.FoldsTableNames ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Whether a difference of this kind was noted for the object.</summary>
    public bool Has(DifferenceKind kind, ObjectPath path) => _differences.Exists(difference => difference.Kind == kind && difference.Object == path);

    /// <summary>Whether a reader met the object and did not understand it: then it is there, and has a finding of its own.</summary>
    public bool IsUnread(ObjectPath path) =>
        left.Unread.Concat(right.Unread).Any(item => item.Path?.IsSameAs(path) == true);

    public SchemaDifference Difference(DifferenceKind kind, ObjectKind objectKind, ObjectPath path, string? leftText, string? rightText) => new()
    {
        Kind = kind,
        ObjectKind = objectKind,
        Object = path,
        LeftEngine = left.Engine,
        RightEngine = right.Engine,
        Left = leftText,
        Right = rightText,
    };

    public SchemaComparison Conclude() => new(
        [.. _differences.Select(d => d with { Consequences = Absences.ConsequencesOf(d.Object) })],
        _facts)
    {
        Expressions = _expressions,
    };
}
