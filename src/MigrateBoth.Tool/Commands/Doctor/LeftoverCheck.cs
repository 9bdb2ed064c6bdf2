using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>What killed runs left; it is removed on the spot, as every run does.</summary>
internal static class LeftoverCheck
{
    public static async Task<DoctorCheck> RunAsync(CommandContext context, MySqlServerRequest request, CancellationToken cancellationToken)
    {
        var sweep = await context.Services.Leases().SweepAsync(context.Services.Sweepers(request), cancellationToken).ConfigureAwait(false);
        // What is on a server that is gone, or that this command was not given, keeps nothing from working.
        var stuck = sweep.Kept.Where(kept => kept.Resource.Detail is null).ToList();
        if (stuck.Count > 0)
        {
            return new DoctorCheck(
                "leftovers",
                DoctorStatus.Failed,
                string.Join("; ", stuck.Select(kept => $"{kept.Resource.Kind} {kept.Resource.Id}: {kept.Reason}")),
                "Remove them by hand, or start what they run in (Docker, the server) and try again.");
        }

        string[] said =
        [
            .. sweep.Removed.Select(resource => $"removed {resource.Kind} {resource.Id}"),
            .. sweep.GivenUp.Select(resource => $"gave up {resource.Kind} {resource.Id} on {resource.Detail}"),
            .. sweep.Kept.Select(kept => $"{kept.Resource.Kind} {kept.Resource.Id} on {kept.Resource.Detail}: {kept.Reason}"),
        ];
        return new DoctorCheck("leftovers", DoctorStatus.Ok, said.Length == 0 ? "none" : string.Join("; ", said));
    }
}
