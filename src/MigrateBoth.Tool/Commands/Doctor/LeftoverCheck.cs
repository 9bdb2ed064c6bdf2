using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>What killed runs left; it is removed on the spot, as every run does.</summary>
internal static class LeftoverCheck
{
    public static async Task<DoctorCheck> RunAsync(CommandContext context, MySqlServerRequest request, CancellationToken cancellationToken)
    {
        var sweep = await context.Services.Leases().SweepAsync(context.Services.Sweepers(request), cancellationToken).ConfigureAwait(false);
        if (sweep.Kept.Count > 0)
        {
            return new DoctorCheck(
                "leftovers",
                DoctorStatus.Failed,
                string.Join("; ", sweep.Kept.Select(kept => $"{kept.Resource.Kind} {kept.Resource.Id}: {kept.Reason}")),
                "Remove them by hand, or start what they run in (Docker, the server) and try again.");
        }

        var removed = sweep.Removed.Select(resource => $"{resource.Kind} {resource.Id}").ToList();
        return new DoctorCheck("leftovers", DoctorStatus.Ok, removed.Count == 0 ? "none" : $"removed: {string.Join(", ", removed)}");
    }
}
