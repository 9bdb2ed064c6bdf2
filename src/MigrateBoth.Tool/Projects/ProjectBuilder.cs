using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Projects;

/// <summary>How to build.</summary>
/// <param name="NoBuild">Use what is there (<c>--no-build</c>).</param>
/// <param name="Configuration">MSBuild's configuration (<c>--configuration</c>), or null.</param>
/// <param name="Framework">The target framework of a multi-targeted project (<c>--framework</c>), or null.</param>
internal sealed record BuildSettings(bool NoBuild, string? Configuration, string? Framework);

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

/// <summary>
/// Builds the start-up project, which builds what it refers to, and asks MSBuild about the other projects meanwhile.
/// </summary>
internal sealed class ProjectBuilder(IProgressDisplay progress) : IProjectBuilder
{
    public async Task<BuiltProject> BuildAsync(MigrateBothConfiguration configuration, BuildSettings settings, CancellationToken cancellationToken)
    {
        var project = ProjectFinder.Find(configuration);

        // Half a pair, left by a killed command, would be compiled and taken for a history that is not paired.
        if (PairRecovery.Recover(Path.GetDirectoryName(project)!) is { } repair)
        {
            progress.Warning(repair.Summary);
        }

        var startups = EngineNames.All.ToDictionary(engine => engine, engine => configuration.StartupOf(engine) is { } named ? ProjectFinder.Resolve(named) : project);
        var startup = startups[Engine.Sqlite];
        var sides = EngineNames.All.ToDictionary(engine => engine, engine => configuration[engine].Project is { } path ? ProjectFinder.Resolve(path) : project);

        using var step = progress.Begin(settings.NoBuild ? "projects" : "build");
        var msbuild = new MSBuildInvocation(settings, progress);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starting = settings.NoBuild ? msbuild.EvaluateAsync(startup, user: null, stop.Token) : msbuild.BuildAsync(startup, stop.Token);
        var others = sides.Values.Append(project).Append(startups[Engine.MySql]).Distinct().Where(file => file != startup)
            .ToDictionary(file => file, file => msbuild.EvaluateAsync(file, starting, stop.Token));
        try
        {
            var startupOutput = await starting.ConfigureAwait(false);
            await Task.WhenAll(others.Values).ConfigureAwait(false);

            var outputs = others.ToDictionary(other => other.Key, other => other.Value.Result);
            outputs[startup] = startupOutput;
            await BuildUnreferencedAsync(msbuild, startup, [.. others.Keys], settings, stop.Token).ConfigureAwait(false);
            ThrowIfNotBuilt(outputs.Values);
            if (settings.NoBuild)
            {
                foreach (var output in outputs.Values)
                {
                    BuildAge.WarnIfOld(output, progress);
                }
            }

            if (!settings.NoBuild)
            {
                new LastOutput(startup, settings).Write(startupOutput);
            }

            step.Succeed();
            return new BuiltProject
            {
                Project = outputs[project],
                Startup = startupOutput,
                MySqlStartup = startups[Engine.MySql] == startup ? null : outputs[startups[Engine.MySql]],
                SqliteMigrations = outputs[sides[Engine.Sqlite]],
                MySqlMigrations = outputs[sides[Engine.MySql]],
            };
        }
        catch (MigrateBothException)
        {
            step.Fail();
            throw;
        }
        finally
        {
            // An evaluation that is no longer wanted must not outlive the build that failed next to it.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(others.Values).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    /// <summary>A project that the start-up project does not refer to was not built with it.</summary>
    private static async Task BuildUnreferencedAsync(
        MSBuildInvocation msbuild, string startup, IReadOnlyList<string> others, BuildSettings settings, CancellationToken cancellationToken)
    {
        if (settings.NoBuild || others.Count == 0)
        {
            return;
        }

        var referenced = ReferencedProjects.Of(startup);
        foreach (var other in others.Where(other => !referenced.Contains(other)))
        {
            await msbuild.BuildAsync(other, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void ThrowIfNotBuilt(IEnumerable<ProjectOutput> outputs)
    {
        if (outputs.FirstOrDefault(output => !File.Exists(output.AssemblyPath)) is { } missing)
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "not-built",
                $"{missing.ProjectFile} has no output: '{missing.AssemblyPath}' does not exist.",
                // The build package leaves the building to the build that it is a part of.
                Environment.GetEnvironmentVariable(CheckedProjectsFile.BuiltProjectVariable) is { Length: > 0 } built
                    ? $"The build of {Path.GetFileName(built)} does not reach that project. Build it, or the whole solution, first; a reference from {Path.GetFileName(built)} keeps the order."
                    : "Leave out --no-build, or build the project first with the same --configuration and --framework.");
        }
    }
}
