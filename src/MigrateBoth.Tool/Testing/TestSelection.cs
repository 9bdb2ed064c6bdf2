namespace MigrateBoth.Tool.Testing;

/// <summary>Which tests of a project run.</summary>
/// <param name="Filter">The user's filter, in the runner's own language; null for all.</param>
/// <param name="Classes">Only the tests of these classes; null for all.</param>
/// <param name="Methods">Only these methods, by full name; null for all. Runners may run more: results are told apart by name.</param>
internal sealed record TestSelection(string? Filter, IReadOnlyList<string>? Classes = null, IReadOnlyList<string>? Methods = null)
{
    /// <summary>Whether the user's filter alone decides, so that a project may be left without a test.</summary>
    public bool MayBeEmpty => Filter is not null && Classes is null && Methods is null;
}
