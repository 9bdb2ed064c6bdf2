using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Projects;

/// <summary>Finds, builds and describes the user's projects, in one <c>dotnet build</c> invocation where possible.</summary>
internal interface IProjectBuilder
{
    /// <summary>Builds and evaluates.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">
    /// Code 78 when no project or more than one is found; code 2 when the build fails (the compiler's errors are in the message)
    /// or <c>--no-build</c> was said and there is no output.
    /// </exception>
    Task<BuiltProject> BuildAsync(MigrateBothConfiguration configuration, BuildSettings settings, CancellationToken cancellationToken);
}
