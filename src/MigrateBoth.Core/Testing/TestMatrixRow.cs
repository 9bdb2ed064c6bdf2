namespace MigrateBoth.Core.Testing;

/// <summary>One line of the matrix test × engine.</summary>
public sealed record TestMatrixRow
{
    /// <summary>The name of the test project's assembly.</summary>
    public required string Project { get; init; }

    /// <summary>As in <see cref="TestResult.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How it went on SQLite; null when it did not run there.</summary>
    public TestCell? Sqlite { get; init; }

    /// <summary>How it went on MySQL; null when it did not run there.</summary>
    public TestCell? MySql { get; init; }

    /// <summary>What the two come to.</summary>
    public required TestVerdict Verdict { get; init; }

    /// <summary>Whether what it read and wrote was recorded and compared; else only the outcomes were.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>The places that differ between the engines and were excused, because they differ between two runs on each engine too; null when there are none.</summary>
    public IReadOnlyList<string>? Volatile { get; init; }

    /// <summary>How it went on an engine.</summary>
    public TestCell? this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
