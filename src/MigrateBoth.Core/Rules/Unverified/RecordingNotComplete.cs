using System.Globalization;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB961: a test project whose tests read and write unseen.</summary>
internal static class MissingRecording
{
    public static Notice Rule { get; } = new("MB961", "Tests are not recorded", Severity.Error);

    /// <summary>No test of the project was recorded: it does not use MigrateBoth.Testing.</summary>
    public static Finding Of(string project, int tests) => Rule.About(StageNames.Tests, new ObjectPath(project), ObjectKind.Test, new Explanation(
        string.Create(CultureInfo.InvariantCulture, $"{project} ({tests} tests) recorded nothing of what it read and wrote: only the outcomes of its tests were compared."),
        "Let its tests get their database from MigrateBoth.Testing's ParityDatabase, or set \"MB961\": \"info\" in \"rules\" to be content with outcomes."));
}

/// <summary>MB962: a recording of which a part is missing.</summary>
internal static class CutRecording
{
    public static Notice Rule { get; } = new("MB962", "Recording is not complete", Severity.Error);

    /// <summary>What a test did on an engine was recorded only in part.</summary>
    public static Finding Of(string test, Engine? engine, string reason) => Rule.About(StageNames.Tests, new ObjectPath(test), ObjectKind.Test, new Explanation(
        $"What {test} did was not recorded to its end{(engine is { } one ? " on " + one.DisplayName() : string.Empty)}: {reason}",
        "Read less in one test, or raise the recorder's limit; commands after the limit were not compared."), engine);
}
