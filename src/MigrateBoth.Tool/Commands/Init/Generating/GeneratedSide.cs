using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Commands.Init.Generating;

/// <summary>The first migration of the side that had none.</summary>
internal sealed record GeneratedSide
{
    /// <summary>The side.</summary>
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
