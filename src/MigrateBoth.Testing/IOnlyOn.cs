namespace MigrateBoth.Testing;

/// <summary>
/// What declares a test for one engine: <see cref="OnlyOnAttribute"/>, or a test attribute that implements this and skips by itself, as
/// <c>[OnlyOnFact]</c> and <c>[OnlyOnTheory]</c> do in xUnit v2.
/// </summary>
public interface IOnlyOn
{
    /// <summary>The engine that the test is for.</summary>
    Engine Engine { get; }

    /// <summary>Why it is for one engine only.</summary>
    string Reason { get; }
}
