using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Accepting;

/// <summary>Declares and reads the options by which a check accepts what it finds.</summary>
internal sealed class AcceptOptionGroup(CommandLineApplication app)
{
    private readonly CommandOption _current = app.Option(
        "--accept-current", "Accept the current failing findings in the configuration (needs --reason)", CommandOptionType.NoValue);

    private readonly CommandOption _unverified = app.Option(
        "--accept-unverified", "With --accept-current: also what could not be verified and was checked by hand (MB901, MB902, MB903, MB907)", CommandOptionType.NoValue);

    private readonly CommandOption _reason = app.Option("--reason <TEXT>", "With --accept-current: why it is accepted", CommandOptionType.SingleValue);
    private readonly CommandOption _until = app.Option("--until <DATE>", "With --accept-current: the last day on which it counts, such as 2027-03-31", CommandOptionType.SingleValue);

    /// <summary>Reads the options; null when nothing is to be accepted.</summary>
    public AcceptOptions? Read()
    {
        if (_current.HasValue())
        {
            return new AcceptOptions(_reason.Single() ?? throw NoReason(), _until.Single() is { } until ? Date(until) : null, _unverified.HasValue());
        }

        CommandOption[] dependent = [_unverified, _reason, _until];
        return dependent.FirstOrDefault(option => option.HasValue()) is { } alone
            ? throw new MigrateBothException(ExitCode.Usage, "contradicting-options", $"--{alone.LongName} says how to accept findings, and --accept-current is missing.")
            : null;
    }

    private static MigrateBothException NoReason() => new(
        ExitCode.Usage,
        "missing-reason",
        "--accept-current needs a reason, which is kept in the configuration for reviewers.",
        "Add, for example: --reason \"as it was before both engines were checked\"");

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--until does not take '{text}'.", "Write the day as 2027-03-31.");
}
