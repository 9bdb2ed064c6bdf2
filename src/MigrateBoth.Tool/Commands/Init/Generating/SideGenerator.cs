using System.Text;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Add;
using MigrateBoth.Tool.Commands.Verify;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Sessions;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Init.Generating;

/// <summary>A project that has migrations for one engine alone.</summary>
internal static class MissingSide
{
    /// <summary>The engine without migrations where the other has some; null otherwise.</summary>
    public static Engine? Of(FoundLayout layout) =>
        (layout.Sqlite.Migrations.Count, layout.MySql.Migrations.Count) switch
        {
            (0, > 0) => Engine.Sqlite,
            ( > 0, 0) => Engine.MySql,
            _ => null,
        };

    /// <summary>
    /// Whether its first migration can be generated as things are. Two histories in one assembly are one to an application that does not tell
    /// them apart: writing the second would break it.
    /// </summary>
    public static bool IsReady(InitResult found) =>
        found.HasRuntimePackage
        || ((found.HasOwnMigrationsAssembly || found.Layout.Layout != MigrationsLayout.Folders) && found is { Sqlite: not null, MySql: not null });
}

/// <summary>The first migration of the side that had none.</summary>
internal sealed record GeneratedSide
{
    /// <summary>The engine of the generated side.</summary>
    public required Engine Engine { get; init; }

    /// <summary>The migration's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its files, absolute.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>From where the histories have to match.</summary>
    public required HistoryBaseline Baseline { get; init; }

    /// <summary>Whether the configuration says so; false where it had another baseline already, which stays.</summary>
    public required bool IsBaselineWritten { get; init; }

    /// <summary>How it compares with what the other side's migrations build.</summary>
    public required CheckReport Verification { get; init; }

    /// <summary>As the verification ends.</summary>
    public ExitCode ExitCode => Verification.ExitCode;
}

/// <summary>
/// Generates the first migration of the side that has none, from the model, and verifies it against what the other side's migrations
/// build. The configuration is there already.
/// </summary>
/// <param name="context">Services and progress.</param>
/// <param name="file">The configuration file.</param>
/// <param name="mySql">The server for the verification.</param>
/// <param name="build">How to build.</param>
internal sealed class SideGenerator(CommandContext context, string file, MySqlOptions mySql, BuildSettings build)
{
    // A migration's class must not hide the engine's own names; 'Initial' alone is what the other side's first one is often called.
    private static readonly Dictionary<Engine, string> Names = new() { [Engine.Sqlite] = "InitialSqlite", [Engine.MySql] = "InitialMySql" };

    private readonly ProjectOptions _project = new()
    {
        ConfigFile = file,
        Build = build,
    };

    /// <summary>Generates, writes and verifies.</summary>
    /// <param name="engine">The side.</param>
    /// <param name="cancellationToken">Cancels; once the files are written, only the verification.</param>
    /// <exception cref="MigrateBothException">Nothing could be generated, and why; nothing was written.</exception>
    public async Task<GeneratedSide> RunAsync(Engine engine, CancellationToken cancellationToken)
    {
        var (migration, baseline, isBaselineWritten) = await GenerateAsync(engine, cancellationToken).ConfigureAwait(false);
        return new GeneratedSide
        {
            Engine = engine,
            Id = migration.Id,
            Files = [.. migration.Files.Select(file => file.Path)],
            Baseline = baseline,
            IsBaselineWritten = isBaselineWritten,
            Verification = await VerifyAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<(ScaffoldedMigration Migration, HistoryBaseline Baseline, bool IsBaselineWritten)> GenerateAsync(Engine engine, CancellationToken cancellationToken)
    {
        var configuration = _project.Load(context);
        using var pairLock = PairLock.Acquire(ProjectSession.DirectoryOf(configuration), "init --adopt");
        await using var session = await ProjectSession.OpenAsync(configuration, build, context, pairLock, cancellationToken).ConfigureAwait(false);

        var histories = await session.HistoriesAsync(cancellationToken).ConfigureAwait(false);
        var other = RequireOneSided(histories, engine);
        MigrationName.RequireNew(Names[engine], histories);
        var timestamp = MigrationTimestamp.Next(context.Services.Clock.GetUtcNow(), other.Migrations.Select(migration => migration.Id));
        var migration = await session.Host.ScaffoldAsync(engine, timestamp, Names[engine], cancellationToken).ConfigureAwait(false);
        NameCollision.ThrowIfAny(
            Names[engine], migration, AssemblyTypes.Read((engine == Engine.Sqlite ? session.Project.SqliteMigrations : session.Project.MySqlMigrations).AssemblyPath), earlier: []);

        var last = other.Migrations[^1].Id;
        var baseline = engine == Engine.Sqlite ? new HistoryBaseline(migration.Id, last) : new HistoryBaseline(last, migration.Id);
        var changed = ExistingConfiguration.Read(file)?.With(baseline);

        // The last moment to turn back: from here on the files are written to the end.
        cancellationToken.ThrowIfCancellationRequested();
        new PairWriter(pairLock, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).Write($"init --adopt {migration.Id}", [.. Sources(migration), .. changed is null ? [] : new[] { changed }]);
        return (migration, baseline, changed is not null);
    }

    private static EngineHistory RequireOneSided(EnginePair<EngineHistory> histories, Engine engine)
    {
        var (own, other) = engine == Engine.Sqlite ? (histories.Sqlite, histories.MySql) : (histories.MySql, histories.Sqlite);
        return own.Migrations.Count == 0 && other.Migrations.Count > 0
            ? other
            : throw new MigrateBothException(
                ExitCode.Incomplete,
                "sources-misread",
                $"By its sources the project has migrations for {engine.Other().DisplayName()} alone, but the build has {own.Migrations.Count} for {engine.DisplayName()} and {other.Migrations.Count} for {engine.Other().DisplayName()}. No migration was generated.",
                "'dotnet migrate-both list' shows both histories; \"project\", \"context\" and \"migrations\" in migrateboth.json say where they are.");
    }

    /// <summary>With the byte order mark that EF Core's scaffolder writes, beside a configuration that has none.</summary>
    private static IEnumerable<PairFile> Sources(ScaffoldedMigration migration) =>
        ScaffoldedFiles.ToPairFiles(migration).Select(file => file with { Content = "\uFEFF" + file.Content });

    private async Task<CheckReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var stages = StageSelection.Parse([StageNames.History, StageNames.Drift, StageNames.Parity], []);
        var verify = new VerifyCommand(new VerifyOptions(_project, mySql, new CheckOptions(Severity.Error, []), stages, SelfTest: false, Accept: null));
        try
        {
            return ((CheckReportResult)await verify.ExecuteAsync(context, cancellationToken).ConfigureAwait(false)).Report;
        }
        catch (MigrateBothException exception)
        {
            // The migration is written and stays: what is missing is only the proof, and the result says so.
            return new CheckReport { Command = "verify", ToolVersion = ToolName.Version, FailOn = Severity.Error, Error = ReportError.From(exception) };
        }
    }
}
