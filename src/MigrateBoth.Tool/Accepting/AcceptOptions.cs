using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Accepting;

/// <summary>The options for accepting the current findings.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day on which it counts, or null forever.</param>
/// <param name="Unverified">Whether what could not be verified is accepted as well.</param>
internal sealed record AcceptOptions(string Reason, DateOnly? Until, bool Unverified)
{
    /// <summary>Validates the date before anything is built.</summary>
    /// <exception cref="MigrateBothException">64: the last day is over.</exception>
    public void ThrowIfOver(DateOnly today)
    {
        if (Until < today)
        {
            throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--until {Until:yyyy-MM-dd} is over already.", "Specify a future date.");
        }
    }
}
