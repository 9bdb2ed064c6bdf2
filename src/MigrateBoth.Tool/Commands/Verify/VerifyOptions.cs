using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Diff;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>What <c>verify</c> is asked to do.</summary>
/// <param name="Project">The project.</param>
/// <param name="MySql">The MySQL server.</param>
/// <param name="Check">What becomes of findings.</param>
/// <param name="Stages">The stages.</param>
/// <param name="SelfTest">Whether defects are planted.</param>
/// <param name="Accept">Whether findings are accepted, and why.</param>
internal sealed record VerifyOptions(
    ProjectOptions Project, MySqlOptions MySql, CheckOptions Check, StageSelection Stages, bool SelfTest, AcceptOptions? Accept)
{
    /// <summary>Databases that may have the last migrations.</summary>
    public IReadOnlyList<DiffOperand> Databases { get; init; } = [];
}
