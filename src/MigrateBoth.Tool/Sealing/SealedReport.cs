using MigrateBoth.Core;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Sealing;

/// <summary>A report as a gate reads it back. Nothing in it is believed before <see cref="Integrity"/> and <see cref="Signature"/> are.</summary>
internal sealed record SealedReport
{
    public required string Command { get; init; }

    public required string ToolVersion { get; init; }

    public required int SchemaVersion { get; init; }

    public required string Outcome { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>What kept the check from finishing, or null.</summary>
    public required string? Error { get; init; }

    public required IReadOnlyList<ReportedStage> Stages { get; init; }

    public required IReadOnlyList<ReportedFinding> Findings { get; init; }

    /// <summary>The MySQL server that the check ran on; null when it needed none.</summary>
    public EngineInfo? Server { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required Severity FailOn { get; init; }

    /// <summary>Why it is not certain that the build was made from the sources; null where it is.</summary>
    public required string? NotBuilt { get; init; }

    /// <summary>What the build was made with; null where there was none.</summary>
    public required BuildFacts? Build { get; init; }

    /// <summary>The keyed digest of the configuration's secrets; null when it had none.</summary>
    public required SecretsDigest? Secrets { get; init; }

    public required string? Filter { get; init; }

    public required string? Shard { get; init; }

    /// <summary>The digest of the configuration; null when the inputs could not be told.</summary>
    public required CheckedInputs? Inputs { get; init; }

    public required string? Obstacle { get; init; }

    /// <summary>The digest of the report that is written in it.</summary>
    public required string Integrity { get; init; }

    /// <summary>The signature, or null.</summary>
    public required string? Signature { get; init; }

    /// <summary>All of the report that <see cref="Integrity"/> and <see cref="Signature"/> are about.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>A stage of a report.</summary>
internal sealed record ReportedStage(string Name, string Status, int Checked);

/// <summary>A finding of a report.</summary>
internal sealed record ReportedFinding(string Rule, Severity Severity, string Object, string Difference, string? Digest, bool Accepted);
