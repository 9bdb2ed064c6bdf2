using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Testing;

/// <summary>Builds the test projects once for both engines.</summary>
internal interface ITestProjectBuilder
{
    /// <summary>Builds, or looks at the last build, and finds out what runs each project.</summary>
    /// <exception cref="MigrateBothException">2: a build failed or is not there. 78: a project is no test project.</exception>
    Task<IReadOnlyList<TestProject>> BuildAsync(IReadOnlyList<string> projectFiles, BuildSettings settings, CancellationToken cancellationToken);
}
