using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>Looks at everything the other commands depend on. What is wrong is its result, not its error.</summary>
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
