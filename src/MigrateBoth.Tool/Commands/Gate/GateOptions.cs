using MigrateBoth.Core;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>What a release asks of its reports.</summary>
internal sealed record GateOptions
{
    /// <summary>The project that is about to be released.</summary>
    public required ProjectOptions Project { get; init; }

    /// <summary><c>--report</c>, as typed; at least one.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary><c>--require</c>; null for all that <c>verify</c> checks by itself.</summary>
    public IReadOnlyList<string>? Require { get; init; }

    /// <summary><c>--fail-on</c>.</summary>
    public required Severity FailOn { get; init; }

    /// <summary><c>--max-age</c>, or null.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary><c>--require-signature</c>.</summary>
    public bool RequireSignature { get; init; }

    /// <summary><c>--allow-no-build</c>.</summary>
    public bool AllowNoBuild { get; init; }
}
