using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>Checks everything that the other commands depend on. A problem is its result, not an error.</summary>
internal sealed class DoctorCommand(ProjectOptions project, MySqlOptions mySql) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (configuration, configurationCheck) = LoadConfiguration(context);
        var request = mySql.RequestFor(context.Console, configuration ?? new MigrateBothConfiguration { BaseDirectory = context.Console.WorkingDirectory });

        var application = new ApplicationChecks(context, project.Build).RunAsync(configuration, cancellationToken);
        var servers = ServerChecks.RunAsync(context, request, cancellationToken);
        await Task.WhenAll(application, servers).ConfigureAwait(false);
        var leftovers = await LeftoverCheck.RunAsync(context, request, cancellationToken).ConfigureAwait(false);

        return new DoctorResult([configurationCheck, .. await application.ConfigureAwait(false), .. await servers.ConfigureAwait(false), leftovers]);
    }

    private (MigrateBothConfiguration? Configuration, DoctorCheck Check) LoadConfiguration(CommandContext context)
    {
        try
        {
            var configuration = project.Load(context, mySql.Image);
            return (configuration, new DoctorCheck("configuration", DoctorStatus.Ok, configuration.File ?? $"no {ConfigurationNames.FileName}: everything is found or at its default"));
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Configuration)
        {
            return (null, new DoctorCheck("configuration", DoctorStatus.Failed, exception.Message, exception.Hint));
        }
    }
}

/// <summary>Leftovers of killed runs, which are removed immediately, as in every run.</summary>
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
