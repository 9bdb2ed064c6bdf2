using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Describes a context for the tool, without a database.</summary>
internal sealed class ModelDescriber(RentedContext context, RequestProgress progress)
{
    private static readonly PropertyInfo TableName = typeof(HistoryRepository).GetProperty("TableName", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly PropertyInfo IdColumn = typeof(HistoryRepository).GetProperty("MigrationIdColumnName", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public EngineModel Describe()
    {
        var engine = context.Engine.DisplayName();
        progress.Report($"reading the {engine} model");
        var model = context.Service<IDesignTimeModel>().Model;
        var relational = model.GetRelationalModel();
        var migrationsAssembly = context.Migrations;
        var options = context.Service<IDbContextOptions>();
        var provider = ProviderEngine.Provider(options)!.GetType().Assembly;

        progress.Report($"reading the {engine} migrations");
        var migrations = new MigrationsReader(context).Read();

        progress.Report($"comparing the {engine} model with its snapshot");
        var pending = new PendingChanges(context);
        var operations = pending.Operations();
        IReadOnlyList<UnstableValue> unstable = [];
        if (operations.Count > 0)
        {
            // A change that comes back with each build is none that a migration could contain.
            var stability = new ModelStability(context);
            unstable = stability.Find();
            operations = unstable.Count > 0 ? stability.WithoutUnstable(operations) : operations;
        }

        return new EngineModel
        {
            Engine = context.Engine,
            ContextType = context.Context.GetType().FullName!,
            ObtainedBy = context.ObtainedBy,
            MissingOptions = context.MissingOptions,
            ProviderName = context.Context.Database.ProviderName!,
            ProviderPackage = Package.NameOf(provider),
            ProviderVersion = Package.VersionOf(provider),
            EfCoreVersion = Package.VersionOf(typeof(DbContext).Assembly),
            ConfiguredServerVersion = Providers.ServerVersion(options),
            ServerVersionOrigin = context.HasHostOptions ? context.Resolver.VersionOrigin : ServerVersionOrigin.Application,
            LibraryVersion = EngineLibrary.VersionOf(context.Engine),
            EntityTypeCount = model.GetEntityTypes().Count(),
            MigrationsAssembly = migrationsAssembly.Assembly.GetName().Name!,
            HistoryTable = HistoryTable(options),
            HistoryIdColumn = context.Service<IHistoryRepository>() is HistoryRepository repository && IdColumn.GetValue(repository) is string column ? column : EngineModel.DefaultHistoryIdColumn,
            Unstable = unstable,
            HasSnapshot = migrationsAssembly.ModelSnapshot is not null,
            Collation = model.GetCollation(),
            Tables = [.. relational.Tables.Select(TableDescriber.Describe).OrderBy(table => table.Name, StringComparer.Ordinal)],
            Views = [.. relational.Views.Select(view => view.Name).Order(StringComparer.Ordinal)],
            ViewColumns = relational.Views.GroupBy(view => view.Name, StringComparer.Ordinal).ToDictionary(
                views => views.Key, views => (IReadOnlyList<string>)[.. views.SelectMany(view => view.Columns).Select(column => column.Name).Distinct().Order(StringComparer.Ordinal)]),
            Expressions = ModelExpressions.Of(model),
            Migrations = migrations,
            OtherContextsMigrations = OtherContexts.MigrationIds(context),
            PendingOperations = OperationWords.DescribeAll(operations),
            PendingSql = pending.Sql(operations),
        };
    }

    // A history repository of the application's own may call its table as it likes, whatever the options say.
    private string HistoryTable(IDbContextOptions options) =>
        context.Service<IHistoryRepository>() is HistoryRepository repository && TableName.GetValue(repository) is string name
            ? name
            : RelationalOptionsExtension.Extract(options).MigrationsHistoryTableName ?? HistoryRepository.DefaultTableName;
}
