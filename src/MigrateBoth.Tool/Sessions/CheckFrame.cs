using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Sealing.Inputs;

namespace MigrateBoth.Tool.Sessions;

/// <summary>What every check does around its own work: reports, configuration, inputs, then the evidence that it gathers, judgement, report, exit code.</summary>
internal sealed class CheckFrame
{
    private readonly CommandContext _context;
    private readonly CheckOptions _check;
    private readonly AcceptOptions? _accept;
    private readonly IReadOnlyList<ReportTarget> _reports;
    private InputsWatch? _inputs;

    private CheckFrame(string command, ProjectOptions project, CheckOptions check, AcceptOptions? accept, string? image, CommandContext context)
    {
        accept?.ThrowIfOver(context.Services.Today());
        (_check, _accept, _context) = (check, accept, context);
        _reports = check.Reports(context);
        Configuration = project.Load(context, image);
        Empty = new CheckReport { Command = command, ToolVersion = ToolName.Version, FailOn = check.FailOn, Configuration = project.Label };
    }

    /// <summary>The merged configuration.</summary>
    public MigrateBothConfiguration Configuration { get; }

    /// <summary>The report of a check that has found nothing out yet.</summary>
    public CheckReport Empty { get; }

    /// <summary>Reads the options. Nothing is changed yet.</summary>
    /// <param name="command">The command, as the report names it.</param>
    /// <param name="project">The project and its configuration.</param>
    /// <param name="check">What becomes of findings.</param>
    /// <param name="context">The command's surroundings.</param>
    /// <param name="accept">Whether findings are accepted, and why.</param>
    /// <param name="image">The MySQL image of the command line, or null.</param>
    /// <exception cref="MigrateBothException">64, 78: options or configuration are wrong.</exception>
    public static CheckFrame Open(string command, ProjectOptions project, CheckOptions check, CommandContext context, AcceptOptions? accept = null, string? image = null) =>
        new(command, project, check, accept, image, context);

    /// <summary>Removes the reports of an earlier run.</summary>
    /// <exception cref="MigrateBothException">78: a file that a report would replace is not a report.</exception>
    public void ClearReports() => ReportFiles.Clear(_reports);

    /// <summary>The same, and takes down what the check is made from, for a sealed report.</summary>
    /// <param name="tests">The test projects; null for those of the configuration.</param>
    /// <param name="isRecorded">Whether something beside a sealed report asks for the inputs.</param>
    /// <exception cref="MigrateBothException">78: a file that a report would replace is not a report.</exception>
    public void Begin(IReadOnlyList<string>? tests = null, bool isRecorded = false)
    {
        ClearReports();
        _inputs = InputsWatch.Begin(isRecorded || _reports.Any(report => report.IsSealed), Configuration, _context, tests);
    }

    /// <summary>Gathers what the report is made from. Where that cannot be done, the reports are written and say so.</summary>
    public Task<T> GatherAsync<T>(Task<T> work) => ReportFiles.OrFailureAsync(_reports, Empty, work);

    /// <summary>Determines by MSBuild, in parallel with the check, what was built from which files; only if a sealed report is requested.</summary>
    /// <param name="projects">The projects that are built, the one that is run first.</param>
    /// <param name="settings">How they were built.</param>
    /// <param name="cancellationToken">Ends with the command.</param>
    public void Inspect(IReadOnlyList<string> projects, BuildSettings settings, CancellationToken cancellationToken) => _inputs?.Inspect(projects, settings, cancellationToken);

    /// <summary>What the configuration makes of the stages.</summary>
    /// <param name="stages">What they found.</param>
    /// <param name="error">What kept the check from finishing, or null.</param>
    public Judgement Judge(IReadOnlyList<StageResult> stages, ReportError? error = null) => Judgement.Of(stages, error, Configuration, _check.FailOn, _accept, _context);

    /// <summary>What the check was made from; null where nothing asks for it.</summary>
    public async Task<CheckProvenance?> ProvenanceAsync() => _inputs is null ? null : await _inputs.EndAsync(_accept is not null).ConfigureAwait(false);

    /// <summary>Writes the reports. The result carries the exit code.</summary>
    public CheckReportResult Write(CheckReport report) => new(ReportFiles.Write(report, _reports));
}
