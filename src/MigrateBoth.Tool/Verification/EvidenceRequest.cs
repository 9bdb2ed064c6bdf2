using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Verification;

/// <summary>What is to be read.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Build">How to build.</param>
/// <param name="MySql">Which MySQL server to use, or null when no stage needs a database.</param>
internal sealed record EvidenceRequest(MigrateBothConfiguration Configuration, BuildSettings Build, MySqlServerRequest? MySql)
{
    /// <summary>Whether defects are to be planted in copies of what was read.</summary>
    public bool SelfTest { get; init; }

    /// <summary>The engines whose schemas are read; the server of any other is not even started.</summary>
    public IReadOnlyList<Engine> Engines { get; init; } = EngineNames.All;

    /// <summary>Judges the evidence while the application can still be asked where a finding comes from; null when nobody judges.</summary>
    public Func<Evidence, IReadOnlyList<StageResult>>? Judge { get; init; }
}
