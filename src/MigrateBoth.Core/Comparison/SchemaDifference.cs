using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Comparison;

/// <summary>The result of comparing two catalogs.</summary>
/// <param name="Differences">Every difference, in the order of the tables.</param>
/// <param name="FactsCompared">How many single facts were compared.</param>
public sealed record SchemaComparison(IReadOnlyList<SchemaDifference> Differences, int FactsCompared)
{
    /// <summary>The expressions whose texts are equal, or do not decide: whether they do the same is told by running them.</summary>
    public IReadOnlyList<ExpressionPair> Expressions { get; init; } = [];
}

/// <summary>One fact in which two catalogs differ. It does not judge the difference: rules do.</summary>
public sealed record SchemaDifference
{
    /// <summary>What the difference is about.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>The kind of the object.</summary>
    public required ObjectKind ObjectKind { get; init; }

    /// <summary>The object's path, as <see cref="Finding.Object"/>.</summary>
    public required ObjectPath Object { get; init; }

    /// <summary>The engine of the left catalog.</summary>
    public required Engine LeftEngine { get; init; }

    /// <summary>The engine of the right catalog.</summary>
    public required Engine RightEngine { get; init; }

    /// <summary>What the left catalog says (the expected side), in the server's own words; null when it has nothing of the kind.</summary>
    public string? Left { get; init; }

    /// <summary>What the right catalog says (the actual side), in the server's own words; null when it has nothing of the kind.</summary>
    public string? Right { get; init; }

    /// <summary>All that the left catalog says of it, where <see cref="Left"/> is only the gist; an acceptance is pinned to it.</summary>
    public string? LeftDefinition { get; init; }

    /// <summary>All that the right catalog says of it, where <see cref="Right"/> is only the gist; an acceptance is pinned to it.</summary>
    public string? RightDefinition { get; init; }

    /// <summary>What the left side comes down to, where that is not obvious from <see cref="Left"/>.</summary>
    public string? LeftCanonical { get; init; }

    /// <summary>What the right side comes down to, where that is not obvious from <see cref="Right"/>.</summary>
    public string? RightCanonical { get; init; }

    /// <summary>Which attributes differ, or why nothing can be said; for people, without a full stop.</summary>
    public string? Detail { get; init; }

    /// <summary>The attributes that differ, where an object has several.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The weight that the comparison itself gives, where it is not the rule's default.</summary>
    public Severity? Weight { get; init; }

    /// <summary>Other objects that are absent or differ only because this one does; they are not reported on their own.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>Whether the catalogs made directly from the two models differ in the very same way: the model says so, the migrations are right.</summary>
    public bool IsByModel { get; init; }

    /// <summary>The one engine that deviates from its own model here, when it is known; null when neither or both do, or when it is unknown.</summary>
    public Engine? AtFault { get; init; }

    /// <summary>The table's name, or the object's own when it is in none.</summary>
    public string Table => Object.Table;

    /// <summary>The object's name without its table.</summary>
    public string Name => Object.Name ?? Object.Table;

    /// <summary>Whether the right catalog has something that the left one has not.</summary>
    public bool IsExtra => Left is null && Right is not null;

    /// <summary>Whether the left catalog has something that the right one has not.</summary>
    public bool IsMissing => Left is not null && Right is null;
}
