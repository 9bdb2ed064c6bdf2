using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Describing;
using EfScaffoldedMigration = Microsoft.EntityFrameworkCore.Migrations.Design.ScaffoldedMigration;
using ScaffoldedMigration = MigrateBoth.Core.Protocol.ScaffoldedMigration;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>Generates the files of one side of a migration with EF Core's own scaffolder, without writing them.</summary>
internal sealed class MigrationScaffolder(HostSession session, RentedContext context)
{
    private readonly HostProject _project = session[context.Engine].Migrations;

    public ScaffoldedMigration Scaffold(string timestamp, string name)
    {
        context.UseUp();
        MigrationsAssemblyCheck.Ensure(context, _project);
        var ids = new FixedMigrationId(timestamp, context.Service<IMigrationsIdGenerator>());
        using var services = context.Resolver.Design.BuildServices(context.Context, ids);
        using var scope = services.CreateScope();

        var hasMigrations = context.Migrations.Migrations.Count > 0;
        var paths = new ScaffoldedPaths(_project, context);
        var folder = MigrationFolder.For(session, context.Engine, paths.LastFolder(), hasMigrations);
        var migration = Scaffold(scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>(), name, folder);
        var pending = new PendingChanges(context);
        var operations = pending.Operations();

        // A migration that its provider has no SQL for must not be written: it would fail only when it is applied, under EF Core's lock (M-40).
        pending.Sql(operations);
        return new ScaffoldedMigration
        {
            Engine = context.Engine,
            Id = migration.MigrationId,
            Files = paths.Place(migration, folder),
            Unstable = new ModelStability(context).Find(),
            Operations = OperationWords.DescribeAll(operations),
            IsToldApart = EngineMigrations.AreToldApart(context.Context),
        };
    }

    private EfScaffoldedMigration Scaffold(IMigrationsScaffolder scaffolder, string name, string? folder)
    {
        var contextName = context.Context.GetType().Name;
        if (string.Equals(name, contextName, StringComparison.Ordinal))
        {
            throw new MigrateBothException(
                ExitCode.Usage, "migration-name-taken", $"A migration cannot have the name of its context, {contextName}.", "Choose another name.");
        }

        try
        {
            return scaffolder.ScaffoldMigration(
                name, _project.RootNamespace, MigrationFolder.SubNamespace(_project.Directory, folder), _project.Language);
        }
        catch (OperationException exception)
        {
            // The scaffolder's own refusals: a name that exists, the name "Migration".
            throw new MigrateBothException(
                ExitCode.Usage, "migration-refused", $"{context.Engine.DisplayName()}: {exception.Message}", innerException: exception);
        }
    }
}

/// <summary>
/// Gives the new migration the time stamp that both sides share, and leaves everything else to EF Core. A generator of the application's
/// own makes the id; only the time in it is replaced, so that both sides get the same.
/// </summary>
internal sealed partial class FixedMigrationId(string timestamp, IMigrationsIdGenerator inner) : IMigrationsIdGenerator
{
    // EF Core's own generator lives where its interface does.
    public string GenerateId(string name) => inner.GetType().Assembly == typeof(IMigrationsIdGenerator).Assembly ? $"{timestamp}_{name}" : Time().Replace(inner.GenerateId(name), timestamp, 1);

    public string GetName(string id) => inner.GetName(id);

    public bool IsValidId(string value) => inner.IsValidId(value);

    [GeneratedRegex("""(?<!\d)20\d{12}(?!\d)""")]
    private static partial Regex Time();
}
