using System.Text.Json;
using System.Xml;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Sealing.Inputs;

/// <summary>
/// Takes down the inputs of a check before it begins and again when it has ended: a report must not vouch for sources that were edited meanwhile.
/// That they cannot be told stops no check; it is in the report, and a gate refuses it.
/// </summary>
internal sealed class InputsWatch
{
    private readonly Func<CheckedInputs> _read;
    private readonly Func<IReadOnlyList<string>, bool> _isBuiltFrom;
    private readonly (CheckedInputs? Inputs, string? Obstacle) _before;

    private InputsWatch(Func<CheckedInputs> read, Func<IReadOnlyList<string>, bool> isBuiltFrom)
    {
        (_read, _isBuiltFrom) = (read, isBuiltFrom);
        _before = Try();
    }

    /// <summary>Begins. It is done when this returns: what is built after it can be no older.</summary>
    /// <param name="wanted">Whether anything will ask for them.</param>
    /// <param name="configuration">The merged configuration.</param>
    /// <param name="context">What the application is given.</param>
    /// <param name="tests">The test projects; null for those of the configuration.</param>
    /// <returns>Null when it is not wanted.</returns>
    public static InputsWatch? Begin(bool wanted, MigrateBothConfiguration configuration, CommandContext context, IReadOnlyList<string>? tests = null) =>
        wanted
            ? new InputsWatch(
                () => InputsReader.Read(configuration, context.ApplicationArguments, tests),
                folders => CheckedProjects.Of(configuration) is var projects && BuildSymbols.AreOf(folders, projects.Sources(projects.Graph)))
            : null;

    /// <summary>Ends.</summary>
    /// <param name="context">The clock.</param>
    /// <param name="noBuild">Whether an earlier build was used.</param>
    /// <param name="outputFolders">Where that build is, so that it can be held against the sources; empty when that would not tell everything.</param>
    /// <param name="isAccepting">Whether the check wrote its findings into the configuration.</param>
    public CheckProvenance End(CommandContext context, bool noBuild, IReadOnlyList<string> outputFolders, bool isAccepting = false)
    {
        var after = Try();
        var obstacle = _before.Obstacle ?? after.Obstacle
            ?? (isAccepting ? "the check was run to accept its findings, which changed the configuration"
                : _before.Inputs!.Digest != after.Inputs!.Digest ? "sources or configuration were changed while they were checked"
                : null);
        return new CheckProvenance
        {
            Created = context.Services.Clock.GetUtcNow(),
            Inputs = obstacle is null ? after.Inputs : null,
            Obstacle = obstacle,
            NoBuild = noBuild && !(obstacle is null && _isBuiltFrom(outputFolders)),
        };
    }

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
        : exception is MigrateBothException or IOException or UnauthorizedAccessException or XmlException or JsonException;

    /// <summary>What to tell a person.</summary>
    public static string Reason(Exception exception) =>
        Redaction.MaskSecrets(exception is AggregateException several ? several.InnerExceptions[0].Message : exception.Message);
}
