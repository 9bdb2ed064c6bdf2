namespace MigrateBoth.Core.Model;

/// <summary>One migration operation, told in words.</summary>
public sealed record OperationDescription
{
    /// <summary>The operation's class without the suffix, such as <c>AddColumn</c>, <c>RenameTable</c>, <c>Sql</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The table it works on, or null.</summary>
    public string? Table { get; init; }

    /// <summary>The object it works on: a column, index, constraint; or null.</summary>
    public string? Name { get; init; }

    /// <summary>What a renamed table or column is called afterwards, or null.</summary>
    public string? NewName { get; init; }

    /// <summary>The statements of an operation that is raw SQL, or null.</summary>
    public string? Sql { get; init; }

    /// <summary>The columns that an update of data writes; empty otherwise.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Whether EF Core says that it may lose data.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>A line for people, such as <c>drop column Orders.Note</c>.</summary>
    public required string Summary { get; init; }
}
