using Xunit.Abstractions;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>Shows progress in the test's output.</summary>
internal sealed class ProgressLog(ITestOutputHelper output) : IProgress<string>
{
    public void Report(string value) => output.WriteLine(value);
}
