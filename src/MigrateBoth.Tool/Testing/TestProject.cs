using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Testing;

/// <summary>A test project that is built.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="AssemblyPath">The built assembly.</param>
/// <param name="Directory">The folder of the project file.</param>
/// <param name="Runner">What runs it.</param>
internal sealed record TestProject(string Name, string AssemblyPath, string Directory, ITestRunner Runner);
