using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>What <c>verify</c> is asked to do.</summary>
internal sealed record VerifyOptions(
    ProjectOptions Project, MySqlOptions MySql, CheckOptions Check, StageSelection Stages, bool SelfTest, AcceptOptions? Accept);
