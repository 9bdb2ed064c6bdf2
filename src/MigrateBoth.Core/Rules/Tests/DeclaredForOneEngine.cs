using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>MB604: test is declared for one engine.</summary>
internal static class DeclaredForOneEngine
{
    public static TestRule Rule { get; } = new("MB604", "Test is declared for one engine", Severity.Info, TestDifferenceKind.Declared, Explain);

    private static Explanation Explain(TestDifference d) => new(
        $"{d.Test} is declared for {d.Engine!.Value.DisplayName()} only{d.Because()}.",
        "Nothing has to be done; what it tests is not known to work on the other engine.");
}
