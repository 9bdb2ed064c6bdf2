using System.Reflection;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>
/// Returns only the migrations and the model snapshot of the provider in use, so that one assembly can contain both providers'
/// histories. It uses only public EF Core API and <see cref="MigrationNamespaces"/>, and compiles with EF Core 8 to 10.
/// </summary>
/// <remarks>
/// A migration in neither provider's namespace is an error, not a migration of both: it was scaffolded by one provider and has
/// another meaning, or fails, on the other (M-01), and skipping it would silently build a different schema.
/// </remarks>
internal sealed class ProviderMigrationsAssembly : IMigrationsAssembly
{
    // MigrationsAssembly(Assembly) came with EF Core 9; this compiles against EF Core 8.
    private static readonly PropertyInfo? MigrationsAssemblyObject = typeof(RelationalOptionsExtension).GetProperty("MigrationsAssemblyObject");

    private readonly Type _contextType;
    private readonly string _providerName;
    private readonly IMigrationsIdGenerator _idGenerator;
    private readonly IDiagnosticsLogger<DbLoggerCategory.Migrations> _logger;
    private readonly bool _isMySql;
    private readonly MigrationNamespaces _namespaces;
    private IReadOnlyDictionary<string, TypeInfo>? _migrations;
    private ModelSnapshot? _modelSnapshot;

    public ProviderMigrationsAssembly(
        ICurrentDbContext currentContext,
        IDbContextOptions options,
        IDatabaseProvider provider,
        IMigrationsIdGenerator idGenerator,
        IDiagnosticsLogger<DbLoggerCategory.Migrations> logger,
        MigrationNamespaces? namespaces = null)
    {
        _contextType = currentContext.Context.GetType();
        _providerName = provider.Name;
        _isMySql = ProviderEngine.IsMySql(provider.Name, options);
        _idGenerator = idGenerator;
        _logger = logger;
        _namespaces = namespaces ?? MigrationNamespaces.Default;

        var relational = RelationalOptionsExtension.Extract(options);
        Assembly =
            MigrationsAssemblyObject?.GetValue(relational) as Assembly ??
            (relational.MigrationsAssembly is { } name ? Assembly.Load(new AssemblyName(name)) : _contextType.Assembly);
    }

    /// <inheritdoc />
    public Assembly Assembly { get; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations ??= FindMigrations();

    /// <inheritdoc />
    public ModelSnapshot? ModelSnapshot => _modelSnapshot ??= FindModelSnapshot();

    /// <inheritdoc />
    public string? FindMigrationId(string nameOrId)
    {
        // A hand-written id need not begin with a time stamp; then it is its own name.
        var isId = _idGenerator.IsValidId(nameOrId);
        return Migrations.Keys.FirstOrDefault(
            id => string.Equals(isId || !_idGenerator.IsValidId(id) ? id : _idGenerator.GetName(id), nameOrId, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc />
    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private SortedList<string, TypeInfo> FindMigrations()
    {
        var migrations = new SortedList<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var type in OwnTypes(typeof(Migration)))
        {
            if (type.GetCustomAttribute<MigrationAttribute>()?.Id is not { } id)
            {
                _logger.MigrationAttributeMissingWarning(type);
            }
            else if (!migrations.TryAdd(id, type))
            {
                throw new InvalidOperationException(
                    $"The migrations '{migrations[id].FullName}' and '{type.FullName}' have the same id '{id}' and belong to the same provider.");
            }
        }

        return migrations;
    }

    private ModelSnapshot? FindModelSnapshot()
    {
        var snapshots = OwnTypes(typeof(ModelSnapshot)).ToList();
        return snapshots.Count switch
        {
            0 => null,
            1 => (ModelSnapshot)Activator.CreateInstance(snapshots[0].AsType())!,
            _ => throw new InvalidOperationException(
                $"Several model snapshots of '{_contextType.Name}' belong to the provider '{_providerName}': "
                + $"{string.Join(", ", snapshots.Select(type => type.FullName))}. Keep the one that the migrations were made with."),
        };
    }

    private IEnumerable<TypeInfo> OwnTypes(Type baseType) =>
        from type in ConstructibleTypes()
        where type.IsSubclassOf(baseType)
            && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == _contextType
            && BelongsHere(type)
        select type;

    private bool BelongsHere(TypeInfo type) => _namespaces.Contains(type.Namespace, _isMySql)
        ?? throw new InvalidOperationException(
            $"'{type.FullName}' belongs to no provider: its namespace contains neither '{_namespaces.Sqlite}' nor '{_namespaces.MySql}'. "
            + "Move it into the namespace of the provider it was scaffolded for, and scaffold its counterpart for the other provider "
            + $"(dotnet ef migrations add NAME -o Migrations/{_namespaces.Sqlite.Replace('.', '/')}).");

    private IEnumerable<TypeInfo> ConstructibleTypes()
    {
        IEnumerable<Type?> types;
        try
        {
            types = Assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // A type whose dependency is not deployed (a test adapter, say) is not a migration; EF Core's own lookup skips it as well.
            types = exception.Types;
        }

        return from type in types
               where type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.GetConstructor(Type.EmptyTypes) is not null
               select type.GetTypeInfo();
    }
}
