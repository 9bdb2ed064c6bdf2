using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Probing;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>The ways to a MySQL server; one of them has to work.</summary>
internal static class ServerChecks
{
    public static async Task<IReadOnlyList<DoctorCheck>> RunAsync(CommandContext context, MySqlServerRequest request, CancellationToken cancellationToken)
    {
        var probes = await context.Services.ServerProbes(request, cancellationToken).ConfigureAwait(false);
        return [.. probes.Select(Check), Conclusion(probes)];
    }

    private static DoctorCheck Check(ServerProbe probe) => new(
        probe.Name,
        probe.IsUsable switch
        {
            true => DoctorStatus.Ok,
            null => DoctorStatus.Optional,
            false => DoctorStatus.Failed,
        },
        probe.Detail,
        probe.IsUsable == true ? null : probe.Fix);

    private static DoctorCheck Conclusion(IReadOnlyList<ServerProbe> probes)
    {
        if (probes.FirstOrDefault(probe => probe is { IsServer: true, IsUsable: true }) is { } way)
        {
            return new DoctorCheck("MySQL server", DoctorStatus.Ok, $"available: {way.Name}");
        }

        // An image that is not there may be pulled: only the attempt can tell, and it may take minutes.
        return probes.Any(probe => probe is { Name: "Docker", IsUsable: true })
            ? new DoctorCheck("MySQL server", DoctorStatus.Optional, "available if the image can be pulled")
            : new DoctorCheck(
                "MySQL server",
                DoctorStatus.Failed,
                "none is available",
                "Start Docker, install mysqld or mariadbd, or give a server with --mysql \"Server=...;User ID=...;Password=...\".");
    }
}
