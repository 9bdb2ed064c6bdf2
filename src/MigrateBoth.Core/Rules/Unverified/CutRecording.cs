using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB962: a recording of which a part is missing.</summary>
internal static class CutRecording
{
    public static Notice Rule { get; } = new("MB962", "Recording is not complete", Severity.Error);

    /// <summary>What a test did on an engine was recorded only in part.</summary>
    public static Finding Of(string test, Engine? engine, string reason) => Rule.About(StageNames.Tests, new ObjectPath(test), ObjectKind.Test, new Explanation(
        $"What {test} did was not recorded to its end{(engine is { } one ? " on " + one.DisplayName() : string.Empty)}: {reason}",
        "Read less in one test, or raise the recorder's limit; what lies behind it was not compared."), engine);
}
