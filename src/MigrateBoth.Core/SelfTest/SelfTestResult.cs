namespace MigrateBoth.Core.SelfTest;

/// <summary>What the self-test came to.</summary>
public sealed record SelfTestResult
{
    /// <summary>The score of every kind, on each engine that can have it.</summary>
    public IReadOnlyList<KindScore> Scores { get; init; } = [];

    /// <summary>The defects that were planted and not found, or not at the right object.</summary>
    public IReadOnlyList<MissedDefect> Missed { get; init; } = [];

    /// <summary>Why it could not be carried out, or null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>This and what another part came to.</summary>
    public SelfTestResult And(SelfTestResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Scores = [.. Scores, .. other.Scores], Missed = [.. Missed, .. other.Missed], Duration = Duration + other.Duration };
    }

    /// <summary>How many defects were planted.</summary>
    public int Planted => Scores.Sum(score => score.Planted);

    /// <summary>How many of them were found and named at the right object.</summary>
    public int Found => Scores.Sum(score => score.Found);

    /// <summary>How many kinds were planted, on either engine.</summary>
    public int Kinds => Scores.Where(score => score.Planted > 0).Select(score => score.Kind).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The engines on which nothing was planted.</summary>
    public IReadOnlyList<Engine> Untested => [.. EngineNames.All.Where(engine => !Scores.Any(score => score.Engine == engine && score.Planted > 0))];

    /// <summary>Whether it could not be carried out: a test that planted nothing on one of the engines says nothing of that engine.</summary>
    public bool IsIncomplete => Obstacle is not null || Untested.Count > 0;

    /// <summary>Whether every planted defect was found.</summary>
    public bool IsPassed => !IsIncomplete && Missed.Count == 0 && Found == Planted;
}

/// <summary>How one kind of defect fared on one engine.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Planted">How many were planted; none when the kind does not apply.</param>
/// <param name="Found">How many of them were found.</param>
/// <param name="NotApplicable">Why none was planted, or null.</param>
public sealed record KindScore(string Kind, Engine Engine, int Planted, int Found, string? NotApplicable);

/// <summary>A defect that was planted and not found.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Object">The object that was made wrong.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Expected">What had to be found and was not, for display.</param>
public sealed record MissedDefect(string Kind, ObjectPath Object, Engine Engine, string Expected);
