using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>One run of one test on one engine, as it was recorded.</summary>
/// <param name="Project">The test assembly's simple name.</param>
/// <param name="Method"><c>Namespace.Class.Method</c>, or the class where the method is not known.</param>
/// <param name="Label">What tells it from other runs of the method: the name that the framework shows, or its number among them.</param>
/// <param name="Test">What was recorded.</param>
internal sealed record RecordedRun(string Project, string Method, string Label, RecordedTest Test)
{
    public (string Project, string Label) Key => (Project, Label);
}
