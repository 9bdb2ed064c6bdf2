using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Describing;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.DesignHost.Scaffolding;

/// <summary>Describes what <c>dotnet ef migrations remove</c> would do to the files of one side, and does nothing.</summary>
internal sealed class RemovalPlanner(HostSession session, RentedContext context)
{
    private static readonly Regex Body = new(@"^#pragma warning disable 612, 618\r?$[\s\S]*?^#pragma warning restore 612, 618", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private readonly HostProject _project = session[context.Engine].Migrations;

    public MigrationRemoval? Plan()
    {
        context.UseUp();
        MigrationsAssemblyCheck.Ensure(context, _project);
        var assembly = context.Migrations;
        if (assembly.Migrations.Count == 0)
        {
            return null;
        }

        using var services = context.Resolver.Design.BuildServices(context.Context);
        using var scope = services.CreateScope();
        var generator = scope.ServiceProvider.GetRequiredService<IMigrationsCodeGeneratorSelector>().Select(_project.Language);
        var files = new ProjectFiles(_project.Directory);
        var (id, type) = assembly.Migrations.Last();
        var snapshot = assembly.ModelSnapshot ?? throw Refusal("snapshot-missing", "there is no model snapshot");
        EnsureSnapshotIsOf(scope.ServiceProvider, assembly, id, snapshot);

        var migrationFile = files.Find(id + generator.FileExtension, type.Namespace)
            ?? throw Refusal("migration-file-missing", $"no file {id}{generator.FileExtension} declares the namespace {type.Namespace}");
        List<ScaffoldedFile> result = [new(migrationFile, null)];
        if (files.Find($"{id}.Designer{generator.FileExtension}", type.Namespace) is { } designer)
        {
            result.Add(new ScaffoldedFile(designer, null));
        }

        result.Add(PreviousSnapshot(scope.ServiceProvider, assembly, generator, snapshot, files));
        return new MigrationRemoval(context.Engine, id, result);
    }

    private ScaffoldedFile PreviousSnapshot(
        IServiceProvider services, IMigrationsAssembly assembly, IMigrationsCodeGenerator generator, ModelSnapshot snapshot, ProjectFiles files)
    {
        var snapshotType = snapshot.GetType();
        var fileName = snapshotType.Name + generator.FileExtension;
        var file = files.Find(fileName, snapshotType.Namespace)
            ?? throw Refusal("snapshot-missing", $"no file {fileName} declares the namespace {snapshotType.Namespace}");
        if (assembly.Migrations.Count == 1)
        {
            return new ScaffoldedFile(file, null);
        }

        var (id, type) = assembly.Migrations.ElementAt(assembly.Migrations.Count - 2);
        var model = TargetModel(services, assembly, id, type, resetVersion: true);
        var generated = generator.GenerateSnapshot(snapshotType.Namespace, context.Context.GetType(), snapshotType.Name, model);
        return new ScaffoldedFile(file, files.Find($"{id}.Designer{generator.FileExtension}", type.Namespace) is { } designer ? WithBodyOf(File.ReadAllText(designer), generated) : generated);
    }

    /// <summary>
    /// The Designer file holds the model as the snapshot did: taken from there it is what it was before the migration was added. Generated from the
    /// compiled model, as <c>dotnet ef</c> does it, every table comes back with <c>(string)null</c> as its schema.
    /// </summary>
    private static string WithBodyOf(string designer, string generated) =>
        (Body.Match(designer), Body.Match(generated)) is ({ Success: true } was, { Success: true } now)
            ? generated.Remove(now.Index, now.Length).Insert(now.Index, was.Value.ReplaceLineEndings(Environment.NewLine))
            : generated;

    private void EnsureSnapshotIsOf(IServiceProvider services, IMigrationsAssembly assembly, string id, ModelSnapshot snapshot)
    {
        var before = TargetModel(services, assembly, id, assembly.Migrations[id], resetVersion: false);
        var now = EfDesign.ProcessSnapshot(services, snapshot.Model, resetVersion: false)!;
        if (context.Service<IMigrationsModelDiffer>().HasDifferences(before.GetRelationalModel(), now.GetRelationalModel()))
        {
            throw Refusal("snapshot-mismatch", $"the snapshot is not the model of the last migration, {id}: one of them was changed by hand");
        }
    }

    private IModel TargetModel(IServiceProvider services, IMigrationsAssembly assembly, string id, Type type, bool resetVersion)
    {
        if (!MigrationsReader.HasTargetModel(type))
        {
            throw Refusal("designer-missing", $"{id} has no Designer file that says what the model was");
        }

        var migration = assembly.CreateMigration(System.Reflection.IntrospectionExtensions.GetTypeInfo(type), context.Context.Database.ProviderName!);
        return EfDesign.ProcessSnapshot(services, migration.TargetModel, resetVersion)!;
    }

    private MigrateBothException Refusal(string code, string reason) => new(
        ExitCode.Incomplete,
        code,
        $"The last {context.Engine.DisplayName()} migration cannot be removed: {reason}.",
        "Restore the files of both sides from version control, or add a migration that reverts the change.");
}
