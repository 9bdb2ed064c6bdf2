namespace MigrateBoth.Testing;

/// <summary>
/// Declares that a test, or every test of a class, is meant for one engine. On the other engine the test is visible and counted as declared:
/// its first use of a <see cref="ParityDatabase{TContext}"/> ends it with the framework's own skip (xUnit v3, NUnit, MSTest, TUnit), and every
/// recording lists the declarations, so that <c>dotnet migrate-both test</c> counts them.
/// </summary>
/// <remarks>
/// xUnit v2 cannot skip a running test: there the test fails on the other engine with the declaration as its message, which
/// <c>dotnet migrate-both test</c> recognizes. Write <c>[OnlyOnFact]</c> or <c>[OnlyOnTheory]</c> there in place of <c>[Fact]</c> or
/// <c>[Theory]</c>: this package adds them to projects that use xUnit v2, and they are skipped.
/// </remarks>
/// <param name="engine">The engine that the test is for.</param>
/// <param name="reason">Why it is for one engine only; shown in reports.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = true)]
public sealed class OnlyOnAttribute(Engine engine, string reason) : Attribute, IOnlyOn
{
    /// <summary>The beginning of the message of every test that is skipped on the other engine.</summary>
    internal const string MessagePrefix = "MigrateBoth: only on ";

    /// <inheritdoc />
    public Engine Engine { get; } = engine;

    /// <inheritdoc />
    public string Reason { get; } = reason;

    /// <summary>The skip message, for a custom test attribute.</summary>
    /// <param name="engine">The engine that the test is for.</param>
    /// <param name="reason">Why it is for one engine only.</param>
    /// <returns>The message when the tests run on the other engine; null when the test should run.</returns>
    public static string? SkipReason(Engine engine, string reason) =>
        ParityDatabase.CurrentEngine == engine ? null : Message(engine, reason);

    internal static string Message(Engine engine, string reason) => $"{MessagePrefix}{engine.DisplayName()}: {reason}";
}

/// <summary>
/// Declares a test for one engine: <see cref="OnlyOnAttribute"/>, or a test attribute that implements this interface and skips by itself, as
/// <c>[OnlyOnFact]</c> and <c>[OnlyOnTheory]</c> do in xUnit v2.
/// </summary>
public interface IOnlyOn
{
    /// <summary>The engine that the test is for.</summary>
    Engine Engine { get; }

    /// <summary>Why it is for one engine only.</summary>
    string Reason { get; }
}
