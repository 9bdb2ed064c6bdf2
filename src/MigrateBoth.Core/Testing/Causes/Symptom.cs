using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>A known divergence of the engines, as data.</summary>
/// <param name="Id">A stable identifier in kebab-case.</param>
/// <param name="Rows">The rows of the catalogue of differences that describe it.</param>
/// <param name="Why">Why the engines differ here, in one sentence.</param>
/// <param name="Fix">What to do about it.</param>
/// <param name="Explains">Whether it explains a difference, by what is known of it.</param>
public sealed record Cause(string Id, IReadOnlyList<string> Rows, string Why, string Fix, Func<Symptom, bool> Explains);

/// <summary>Everything that is known of a difference: what a <see cref="Cause"/> is recognised by.</summary>
public sealed record Symptom
{
    /// <summary>How the runs differ.</summary>
    public required TestDifferenceKind Kind { get; init; }

    /// <summary>The command on SQLite; null where only MySQL has one.</summary>
    public RecordedCommand? Sqlite { get; init; }

    /// <summary>The command on MySQL; null where only SQLite has one.</summary>
    public RecordedCommand? MySql { get; init; }

    /// <summary>The commands that came before on MySQL, oldest first.</summary>
    public IReadOnlyList<RecordedCommand> Earlier { get; init; } = [];

    /// <summary>Whether nothing differed in this test before: what comes later is often a consequence.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>The engines on which a query of the test was not translated.</summary>
    public IReadOnlyList<Engine> Untranslated { get; init; } = [];

    /// <summary>What the test failed with on SQLite, where it is about that; else null.</summary>
    public string? SqliteMessage { get; init; }

    /// <summary>What the test failed with on MySQL, where it is about that; else null.</summary>
    public string? MySqlMessage { get; init; }

    /// <summary>The differing value on SQLite, encoded; null for NULL or where it is not about one value.</summary>
    public string? SqliteValue { get; init; }

    /// <summary>The differing value on MySQL, encoded; null for NULL or where it is not about one value.</summary>
    public string? MySqlValue { get; init; }

    /// <summary>The rows that only SQLite's run has.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> OnlySqlite { get; init; } = [];

    /// <summary>The rows that only MySQL's run has.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> OnlyMySql { get; init; } = [];

    /// <summary>How it failed on SQLite, or null.</summary>
    public RecordedFailure? SqliteFailure { get; init; }

    /// <summary>How it failed on MySQL, or null.</summary>
    public RecordedFailure? MySqlFailure { get; init; }
}
