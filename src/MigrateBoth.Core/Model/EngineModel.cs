using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Model;

/// <summary>What the design host says of the application's model and migrations under one provider.</summary>
public sealed record EngineModel
{
    /// <summary>The engine the context was made for.</summary>
    public required Engine Engine { get; init; }

    /// <summary>The full name of the context type.</summary>
    public required string ContextType { get; init; }

    /// <summary>How the context was obtained, for people: <c>IDesignTimeDbContextFactory ShopContextFactory</c>, <c>constructor taking DbContextOptions</c>.</summary>
    public required string ObtainedBy { get; init; }

    /// <summary>
    /// Why the application's own options for this engine are not known and the context was made without them, such as <c>its
    /// IDesignTimeDbContextFactory ShopContextFactory calls ServerVersion.AutoDetect and got no answer</c>; null when they are known.
    /// </summary>
    public string? MissingOptions { get; init; }

    /// <summary><c>Database.ProviderName</c>.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The NuGet package that the provider was deployed from; null when that is not known.</summary>
    public string? ProviderPackage { get; init; }

    /// <summary>The version of the provider's package.</summary>
    public required string ProviderVersion { get; init; }

    /// <summary>Package and version of the provider, such as <c>MySql.EntityFrameworkCore 10.0.12</c>.</summary>
    [JsonIgnore]
    public string ProviderText => $"{ProviderPackage ?? ProviderName} {ProviderVersion}";

    /// <summary>The version of EF Core, such as <c>9.0.23</c>.</summary>
    public required string EfCoreVersion { get; init; }

    /// <summary>The server version the provider was configured for, such as <c>8.4.0-mysql</c>, or null where the provider has none.</summary>
    public string? ConfiguredServerVersion { get; init; }

    /// <summary>
    /// The version of the engine that the provider brings along, such as SQLite's <c>3.50.4</c>: what runs the migrations. Null where the
    /// engine is a server.
    /// </summary>
    public string? LibraryVersion { get; init; }

    /// <summary>The number of entity types, owned ones included.</summary>
    public required int EntityTypeCount { get; init; }

    /// <summary>The assembly that holds the migrations.</summary>
    public required string MigrationsAssembly { get; init; }

    /// <summary>The name of the history table, <c>__EFMigrationsHistory</c> unless configured.</summary>
    public string HistoryTable { get; init; } = "__EFMigrationsHistory";

    /// <summary>What EF Core calls the column of the history table that holds the ids.</summary>
    public const string DefaultHistoryIdColumn = "MigrationId";

    /// <summary>The column of the history table that holds the ids; an application's own repository or a naming convention may call it otherwise.</summary>
    public string HistoryIdColumn { get; init; } = DefaultHistoryIdColumn;

    /// <summary>Values of the model that are others each time it is built.</summary>
    public IReadOnlyList<UnstableValue> Unstable { get; init; } = [];

    /// <summary>Whether a model snapshot exists.</summary>
    public required bool HasSnapshot { get; init; }

    /// <summary>The collation that <c>modelBuilder.UseCollation</c> set, or null.</summary>
    public string? Collation { get; init; }

    /// <summary>Tables that migrations manage, by name.</summary>
    public IReadOnlyList<ModelTable> Tables { get; init; } = [];

    /// <summary>Views that entity types are mapped to, by name.</summary>
    public IReadOnlyList<string> Views { get; init; } = [];

    /// <summary>The columns that the model reads of each of <see cref="Views"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ViewColumns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Query filters and value converters of the application.</summary>
    public IReadOnlyList<ModelExpression> Expressions { get; init; } = [];

    /// <summary>All migrations in the order in which EF Core applies them.</summary>
    public IReadOnlyList<MigrationDescription> Migrations { get; init; } = [];

    /// <summary>Ids of migrations that belong to the application's other contexts, which may share this one's database and history table.</summary>
    public IReadOnlyList<string> OtherContextsMigrations { get; init; } = [];

    /// <summary>What a new migration would contain now; empty when the snapshot matches the model.</summary>
    public IReadOnlyList<OperationDescription> PendingOperations { get; init; } = [];

    /// <summary>The SQL commands a new migration would run now; empty with non-empty operations means annotations only.</summary>
    public IReadOnlyList<string> PendingSql { get; init; } = [];
}
