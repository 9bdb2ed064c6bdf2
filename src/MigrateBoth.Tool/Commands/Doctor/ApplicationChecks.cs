using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Processes;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Doctor;

/// <summary>SDK, build, EF Core, and a context for each engine; each needs the one before it.</summary>
internal sealed class ApplicationChecks(CommandContext context, BuildSettings build)
{
    private readonly List<DoctorCheck> _checks = [];

    public async Task<IReadOnlyList<DoctorCheck>> RunAsync(MigrateBothConfiguration? configuration, CancellationToken cancellationToken)
    {
        var hasSdk = await TryAsync(".NET SDK", () => SdkAsync(cancellationToken)).ConfigureAwait(false);
        BuiltProject? built = null;
        if (configuration is not null && hasSdk)
        {
            await TryAsync("project", async () =>
            {
                built = await context.Services.ProjectBuilder(context.Progress).BuildAsync(configuration, build, cancellationToken).ConfigureAwait(false);
                return $"{built.Project.ProjectFile} builds for {built.Project.TargetFramework}{(built.Startup == built.Project ? string.Empty : $", started by {built.Startup.ProjectFile}")}";
            }).ConfigureAwait(false);
        }
        else
        {
            Skip("project");
        }

        if (built is null)
        {
            Skip("EF Core");
            EngineNames.All.ToList().ForEach(engine => Skip(ContextName(engine)));
        }
        else
        {
            await HostAsync(built, configuration!, cancellationToken).ConfigureAwait(false);
        }

        return _checks;
    }

    private async Task<string> SdkAsync(CancellationToken cancellationToken)
    {
        var run = await DotnetCommand.RunAsync(["--version"], context.Console.WorkingDirectory, cancellationToken).ConfigureAwait(false);
        return run.Out.Trim();
    }

    private async Task HostAsync(BuiltProject built, MigrateBothConfiguration configuration, CancellationToken cancellationToken)
    {
        IDesignHost? host = null;
        await TryAsync("EF Core", async () =>
        {
            host = await context.Services.DesignHost(context.Options).StartAsync(built, configuration, context.ApplicationArguments, cancellationToken).ConfigureAwait(false);
            return "the design host runs on the application's own EF Core";
        }).ConfigureAwait(false);
        if (host is null)
        {
            EngineNames.All.ToList().ForEach(engine => Skip(ContextName(engine)));
            return;
        }

        await using (host.ConfigureAwait(false))
        {
            foreach (var engine in EngineNames.All)
            {
                await TryAsync(ContextName(engine), async () =>
                {
                    var model = await host.DescribeAsync(engine, cancellationToken).ConfigureAwait(false);
                    return $"{model.ContextType} from {model.ObtainedBy}; EF Core {model.EfCoreVersion}, {model.ProviderText}; {model.Migrations.Count} migrations in {model.MigrationsAssembly}";
                }).ConfigureAwait(false);
            }
        }
    }

    private static string ContextName(Engine engine) => $"{engine.DisplayName()} context";

    private async Task<bool> TryAsync(string name, Func<Task<string>> look)
    {
        try
        {
            _checks.Add(new DoctorCheck(name, DoctorStatus.Ok, await look().ConfigureAwait(false)));
            return true;
        }
        catch (MigrateBothException exception)
        {
            _checks.Add(new DoctorCheck(name, DoctorStatus.Failed, exception.Message, exception.Hint));
            return false;
        }
    }

    private void Skip(string name) => _checks.Add(new DoctorCheck(name, DoctorStatus.Skipped, "skipped: an earlier check failed"));
}
