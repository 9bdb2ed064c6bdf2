using System.Diagnostics;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Testing;

/// <summary>A test project that is built.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="AssemblyPath">The built assembly.</param>
/// <param name="Directory">The folder of the project file.</param>
/// <param name="Runner">What runs it.</param>
internal sealed record TestProject(string Name, string AssemblyPath, string Directory, ITestRunner Runner)
{
    /// <summary>What it was built from: in a repository the SDK writes the commit into the informational version. Null where it did not.</summary>
    public TestSource? Source => FileVersionInfo.GetVersionInfo(AssemblyPath).ProductVersion?.Split('+') is [_, { Length: > 0 } commit] ? new TestSource(Name, commit) : null;
}
