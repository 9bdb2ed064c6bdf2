using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sessions;

namespace MigrateBoth.Tool.Commands.Init.Trials;

/// <summary>The result of trying a configuration.</summary>
/// <param name="Sqlite">The migrations that SQLite's context has, or null where it could not be made.</param>
/// <param name="MySql">The same for MySQL.</param>
/// <param name="Failures">Why a context could not be made; null where it was.</param>
internal sealed record TrialOutcome(EngineHistory? Sqlite, EngineHistory? MySql, IReadOnlyDictionary<Engine, MigrateBothException> Failures)
{
    /// <summary>Whether both contexts were made.</summary>
    public bool Works => Sqlite is not null && MySql is not null;

    /// <summary>The same with one engine's context taken for not made.</summary>
    public TrialOutcome Without(Engine engine, MigrateBothException why) => new(
        engine == Engine.Sqlite ? null : Sqlite, engine == Engine.MySql ? null : MySql, new Dictionary<Engine, MigrateBothException>(Failures) { [engine] = why });

    /// <summary>One engine's migrations.</summary>
    public EngineHistory? this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>The engines whose context the application itself did not make: the tool's own options did.</summary>
    public IEnumerable<Engine> MadeByTool => EngineNames.All.Where(engine => this[engine] is { IsMadeByApplication: false });
}

/// <summary>Tries a configuration before it is written: builds the application and makes both contexts with it.</summary>
/// <param name="context">Services, progress, environment.</param>
/// <param name="build">How to build.</param>
/// <param name="file">The configuration file that is not written yet.</param>
internal sealed class Trial(CommandContext context, BuildSettings build, string file)
{
    private readonly HashSet<string> _built = [];

    /// <summary>Tries a configuration text.</summary>
    /// <param name="text">The text of the configuration.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MigrateBothException">The application does not build, or the design host cannot start: no configuration would help.</exception>
    public async Task<TrialOutcome> RunAsync(string text, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationLoader.Load(new ConfigurationSources
        {
            WorkingDirectory = context.Console.WorkingDirectory,
            Environment = context.Console.Environment,
            File = file,
            Text = text,
        });

        // What differs between two trials is rarely what is built.
        var projects = string.Join('|', configuration.Project, configuration.StartupOf(Engine.Sqlite), configuration.StartupOf(Engine.MySql), configuration.Sqlite.Project, configuration.MySql.Project);
        var session = await ProjectSession.OpenAsync(configuration, _built.Contains(projects) ? build with { NoBuild = true } : build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            _built.Add(projects);
            var failures = new Dictionary<Engine, MigrateBothException>();
            var sqlite = await HistoryAsync(session, Engine.Sqlite, failures, cancellationToken).ConfigureAwait(false);
            var mySql = await HistoryAsync(session, Engine.MySql, failures, cancellationToken).ConfigureAwait(false);
            return new TrialOutcome(sqlite, mySql, failures);
        }
    }

    private async Task<EngineHistory?> HistoryAsync(ProjectSession session, Engine engine, Dictionary<Engine, MigrateBothException> failures, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin($"{engine.DisplayName()} context");
        try
        {
            var history = await session.Host.HistoryAsync(engine, cancellationToken).ConfigureAwait(false);
            step.Succeed(history.ObtainedBy);
            return history;
        }
        catch (MigrateBothException exception) when (exception.ExitCode is ExitCode.Configuration or ExitCode.Incomplete)
        {
            step.Fail();
            failures[engine] = exception;
            return null;
        }
    }
}
