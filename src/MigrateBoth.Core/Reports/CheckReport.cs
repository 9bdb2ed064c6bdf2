using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;

namespace MigrateBoth.Core.Reports;

/// <summary>The one record that every renderer of <c>verify</c>, <c>status</c>, <c>diff</c> and <c>test</c> is fed from.</summary>
public sealed record CheckReport
{
    /// <summary>The command that was run, such as <c>verify</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The tool's version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The mildest severity that fails the check.</summary>
    public required Severity FailOn { get; init; }

    /// <summary>The engines that took part; an engine that was not needed is absent.</summary>
    public IReadOnlyDictionary<Engine, EngineInfo> Engines { get; init; } = new Dictionary<Engine, EngineInfo>();

    /// <summary>The model, or null when it could not be had.</summary>
    public ModelInfo? Model { get; init; }

    /// <summary>The project's file, where reports show what could not be traced to a line; null where it is not known. Not part of the JSON document.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>The two schemas that were compared, for reports that show them; null where none was read. Not part of the JSON document.</summary>
    public SchemaSides? Schemas { get; init; }

    /// <summary>All six stages of <c>verify</c>, or those the command has, in order.</summary>
    public IReadOnlyList<StageResult> Stages { get; init; } = [];

    /// <summary>The matrix test × engine, where the shared suite was run; sorted by project and name.</summary>
    public IReadOnlyList<TestMatrixRow> Tests { get; init; } = [];

    /// <summary>What the round trip covered and how each step went, or null when it was not run.</summary>
    public RoundTripResult? RoundTrip { get; init; }

    /// <summary>What level 5 probed, or null where it did not run.</summary>
    public ProbeMatrix? Probes { get; init; }

    /// <summary>What became of the defects that <c>--self-test</c> planted, or null when none were requested.</summary>
    public SelfTestResult? SelfTest { get; init; }

    /// <summary>The two sides of a <c>diff</c>, in the order in which they were named; empty for every other command.</summary>
    public IReadOnlyList<ComparedSide> Compared { get; init; } = [];

    /// <summary>The configuration, as it is called among several that are checked at once; null where there is only one.</summary>
    public string? Configuration { get; init; }

    /// <summary>What is left out on purpose, in words.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What the check was made from, for the seal of a JSON report; null where no report is sealed. Not part of the JSON document of stdout.</summary>
    public CheckProvenance? Provenance { get; init; }

    /// <summary>When and of which commit it was made, for reports that people read; null where no report asks. Not part of the JSON document.</summary>
    public CheckOrigin? Origin { get; init; }

    /// <summary>What kept the check from finishing, or null.</summary>
    public ReportError? Error { get; init; }

    /// <summary>All findings, each cause once, sorted by object, then rule, then engine, so that two runs over one state print the same bytes.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. OneCause.Of(Stages)
            .OrderBy(f => f.Object.ToString(), StringComparer.Ordinal)
            .ThenBy(f => f.Rule, StringComparer.Ordinal)
            .ThenBy(f => f.Engine)
            .ThenBy(f => f.Message, StringComparer.Ordinal)];

    /// <summary>Incomplete beats failed, failed beats passed; a report in which no stage ran is incomplete.</summary>
    public Outcome Outcome =>
        Error is not null || Stages.Any(s => s.Status == StageStatus.Incomplete) || Stages.All(s => s.Status == StageStatus.Skipped)
            || SelfTest is { IsIncomplete: true } ? Outcome.Incomplete
        : Stages.Any(s => s.Status == StageStatus.Failed) || SelfTest is { IsPassed: false } ? Outcome.Failed
        : Outcome.Passed;

    /// <summary>How many findings there are, each cause counted once.</summary>
    public FindingSummary Summary => FindingSummary.Of(OneCause.Of(Stages));

    /// <summary>The exit code that follows from <see cref="Outcome"/>.</summary>
    public ExitCode ExitCode => Outcome switch
    {
        Outcome.Passed => ExitCode.Ok,
        Outcome.Failed => ExitCode.Found,
        _ => ExitCode.Incomplete,
    };
}

/// <summary>When a check was made and of what, for the reader of its report; a gate asks <see cref="Provenance.CheckProvenance"/>.</summary>
/// <param name="At">When the report was made.</param>
/// <param name="Branch">The branch, or null where none is checked out.</param>
/// <param name="Commit">The commit, or null outside a repository.</param>
public sealed record CheckOrigin(DateTimeOffset At, string? Branch, string? Commit);

/// <summary>The model a check was about.</summary>
/// <param name="Context">The full name of the context type; both, where each engine has its own.</param>
/// <param name="EntityTypes">The number of entity types.</param>
/// <param name="Tables">The number of tables.</param>
/// <param name="EfCore">EF Core's version.</param>
/// <param name="MySqlProvider">The MySQL provider and its version, or null when it was not loaded.</param>
public sealed record ModelInfo(string Context, int EntityTypes, int Tables, string EfCore, string? MySqlProvider);

/// <summary>What kept a check from finishing, beside what could be checked all the same.</summary>
/// <param name="Code">A stable identifier in kebab-case.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Hint">What to do next, or null.</param>
public sealed record ReportError(string Code, string Message, string? Hint)
{
    /// <summary>The error of an exception; secrets are masked.</summary>
    public static ReportError From(MigrateBothException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new ReportError(
            exception.Code,
            exception.Message,
            exception.Hint);
    }
}

/// <summary>How the whole check ended.</summary>
public enum Outcome
{
    /// <summary>Every stage that was requested passed.</summary>
    Passed,

    /// <summary>Everything was checked, and something was found.</summary>
    Failed,

    /// <summary>Something could not be checked.</summary>
    Incomplete,
}
