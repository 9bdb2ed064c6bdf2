namespace MigrateBoth.Testing;

/// <summary>
/// Declares that a test, or every test of a class, is meant for one engine. On the other engine the test is visible and counted as declared:
/// its first use of a <see cref="ParityDatabase{TContext}"/> ends it with the framework's own skip (xUnit v3, NUnit, MSTest, TUnit), and every
/// recording lists the declarations, so that <c>dotnet migrate-both test</c> counts them.
/// </summary>
/// <remarks>
/// xUnit v2 cannot skip a test that runs already: there the test fails on the other engine with the declaration as its message, and
/// <c>dotnet migrate-both test</c> knows it for what it is. Write <c>[OnlyOnFact]</c> or <c>[OnlyOnTheory]</c> there in place of <c>[Fact]</c> or
/// <c>[Theory]</c>: this package adds them to projects that use xUnit v2, and they are skipped.
/// </remarks>
/// <param name="engine">The engine that the test is for.</param>
/// <param name="reason">Why it is for one engine only; shown wherever the test is counted.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = true)]
public sealed class OnlyOnAttribute(Engine engine, string reason) : Attribute, IOnlyOn
{
    /// <summary>How the message of every test that is left out begins.</summary>
    internal const string MessagePrefix = "MigrateBoth: only on ";

    /// <inheritdoc />
    public Engine Engine { get; } = engine;

    /// <inheritdoc />
    public string Reason { get; } = reason;

    /// <summary>The text to skip with, for a test attribute of your own.</summary>
    /// <param name="engine">The engine that the test is for.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The text when the tests run on the other engine; null when the test is to run.</returns>
    public static string? SkipReason(Engine engine, string reason) =>
        ParityDatabase.CurrentEngine == engine ? null : Message(engine, reason);

    internal static string Message(Engine engine, string reason) => $"{MessagePrefix}{engine.DisplayName()}: {reason}";
}

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
