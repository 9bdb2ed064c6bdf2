namespace MigrateBoth.Core.Tracing.Origins;

/// <summary>One operation of a migration, and the call in the sources that it comes from.</summary>
public sealed record OperationOrigin
{
    /// <summary>The operation's class without the suffix, such as <c>AddColumn</c>, <c>CreateTable</c>, <c>Sql</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A line for people, such as <c>add column Orders.Note</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>The table it works on, or null.</summary>
    public string? Table { get; init; }

    /// <summary>The object it works on: a column, index, constraint; or null.</summary>
    public string? Name { get; init; }

    /// <summary>The name that a renaming gives, or null.</summary>
    public string? NewName { get; init; }

    /// <summary>The text of raw SQL, or null.</summary>
    public string? Sql { get; init; }

    /// <summary>The call's place, or null when it cannot be told for certain.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What <c>CreateTable</c> makes beside the table.</summary>
    public IReadOnlyList<OperationPart> Parts { get; init; } = [];
}
