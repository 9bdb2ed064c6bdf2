using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Verification;

/// <summary>Which stages are requested.</summary>
internal sealed class StageSelection
{
    private readonly HashSet<string> _wanted;
    private readonly HashSet<string> _named;

    private StageSelection(IEnumerable<string> wanted, IEnumerable<string> named) => (_wanted, _named) = ([.. wanted], [.. named]);

    /// <summary>Whether a database is needed.</summary>
    public bool NeedsDatabases => Includes(StageNames.Drift) || Includes(StageNames.Parity) || Includes(StageNames.RoundTrip) || Includes(StageNames.Behaviour);

    /// <summary>Reads <c>--only</c> and <c>--skip</c>; each may be repeated and holds names separated by commas.</summary>
    /// <exception cref="MigrateBothException">64: an unknown stage, or nothing left to do.</exception>
    public static StageSelection Parse(IEnumerable<string> only, IEnumerable<string> skip)
    {
        var wanted = Names("--only", only);
        var skipped = Names("--skip", skip);
        var left = (wanted.Count > 0 ? wanted : [.. StageNames.All]).Except(skipped).ToList();
        return left.Count > 0
            ? new StageSelection(left, wanted)
            : throw new MigrateBothException(ExitCode.Usage, "nothing-to-verify", "--only and --skip leave nothing to verify.", "A check that checks nothing never passes.");
    }

    /// <summary>Whether a stage is to be run.</summary>
    public bool Includes(string stage) => _wanted.Contains(stage);

    /// <summary>Whether a stage was requested by name: then it cannot be left out for want of something to check.</summary>
    public bool IsNamed(string stage) => Includes(stage) && _named.Contains(stage);

    /// <summary>Runs a stage if it is requested; says that it is skipped otherwise.</summary>
    public StageResult Run(string stage, Func<StageResult> run) => Includes(stage) ? run() : StageResults.Skipped(stage);

    /// <summary>As <see cref="Run"/>, for a stage that asks servers itself.</summary>
    public async Task<StageResult> RunAsync(string stage, Func<Task<StageResult>> run) =>
        Includes(stage) ? await run().ConfigureAwait(false) : StageResults.Skipped(stage);

    private static List<string> Names(string option, IEnumerable<string> values)
    {
        var names = values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var unknown = names.FirstOrDefault(name => !StageNames.All.Contains(name));
        if (unknown is null)
        {
            return names;
        }

        var nearest = NearestName.Find(unknown, StageNames.All);
        throw new MigrateBothException(
            ExitCode.Usage,
            "unknown-stage",
            $"{option}: there is no stage '{unknown}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            $"Stages: {string.Join(", ", StageNames.All)}.");
    }
}
