using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Records the inputs of a check before it starts and after it has ended: a report must not be about sources that were edited in the meantime.
/// That they cannot be determined stops no check; it is in the report, and a gate refuses it.
/// </summary>
internal sealed class InputsWatch
{
    private const int Named = 5;

    private readonly MigrateBothConfiguration _configuration;
    private readonly CommandContext _context;
    private readonly Func<CheckedInputs> _read;
    private readonly (CheckedInputs? Inputs, string? Obstacle) _before;
    private Task<InspectedBuild>? _build;

    private InputsWatch(MigrateBothConfiguration configuration, CommandContext context, IReadOnlyList<string>? tests)
    {
        (_configuration, _context) = (configuration, context);
        _read = () => InputsReader.Read(configuration, context.ApplicationArguments, tests);
        _before = Try();
    }

    /// <summary>Begins. It is done when this returns: what is built after it can be no older.</summary>
    /// <param name="wanted">Whether anything will ask for them.</param>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="context">What the application is given.</param>
    /// <param name="tests">The test projects; null for those of the configuration.</param>
    /// <returns>Null when it is not wanted.</returns>
    public static InputsWatch? Begin(bool wanted, MigrateBothConfiguration configuration, CommandContext context, IReadOnlyList<string>? tests = null) =>
        wanted ? new InputsWatch(configuration, context, tests) : null;

    /// <summary>Determines by MSBuild, in parallel with the check, what was built from which files.</summary>
    /// <param name="projects">The projects that are built, the one that is run first.</param>
    /// <param name="settings">How they were built.</param>
    /// <param name="cancellationToken">Ends with the command.</param>
    public void Inspect(IReadOnlyList<string> projects, BuildSettings settings, CancellationToken cancellationToken) =>
        _build = _context.Services.BuildInspector().InspectAsync(projects, settings, _configuration, cancellationToken);

    /// <summary>Reads the inputs again at the end of the check and compares them with those at its start.</summary>
    /// <param name="isAccepting">Whether the check wrote its findings into the configuration.</param>
    public async Task<CheckProvenance> EndAsync(bool isAccepting = false)
    {
        var build = _build is null ? null : await _build.ConfigureAwait(false);
        var after = Try();
        var obstacle = _before.Obstacle ?? after.Obstacle
            ?? (isAccepting ? "the check was run to accept its findings, which changed the configuration"
                : _before.Inputs!.Digest == after.Inputs!.Digest && _before.Inputs.Secrets.SequenceEqual(after.Inputs.Secrets) ? null
                : $"files or configuration were changed while they were checked{Names(CheckedInputs.Changes(_before.Inputs, after.Inputs))}");
        return new CheckProvenance
        {
            Created = _context.Services.Clock.GetUtcNow(),
            Inputs = obstacle is null ? after.Inputs : null,
            Obstacle = obstacle,
            Build = build?.Facts,
            NotBuilt = build?.NotBuilt,
        };
    }

    private static string Names(IReadOnlyList<FileChange> changes) => changes.Count == 0
        ? string.Empty
        : $": {string.Join(", ", changes.Take(Named).Select(change => $"{change.Path} ({change.Change})"))}{(changes.Count > Named ? $" and {changes.Count - Named} more" : string.Empty)}";

    private (CheckedInputs? Inputs, string? Obstacle) Try()
    {
        try
        {
            return (_read(), null);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return (null, Reason(exception));
        }
    }

    /// <summary>Whether that is about the files of a checkout, and no fault of the tool.</summary>
    public static bool IsExpected(Exception exception) => exception is AggregateException several
        ? several.InnerExceptions.All(IsExpected)
        : exception is MigrateBothException or IOException or UnauthorizedAccessException or JsonException;

    /// <summary>What to tell a person.</summary>
    public static string Reason(Exception exception) => exception is AggregateException several ? several.InnerExceptions[0].Message : exception.Message;
}
