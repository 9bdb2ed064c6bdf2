using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Model;

/// <summary>The design host's description of the application's model and migrations with one provider.</summary>
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

    /// <summary>EF Core's name of the database provider, from <c>Database.ProviderName</c>.</summary>
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

    /// <summary>Who chose <see cref="ConfiguredServerVersion"/>.</summary>
    public ServerVersionOrigin ServerVersionOrigin { get; init; }

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

    /// <summary>The migrations alone.</summary>
    public EngineHistory ToHistory() => new(Engine, ContextType, Migrations);

    /// <summary>All migrations in the order in which EF Core applies them.</summary>
    public IReadOnlyList<MigrationDescription> Migrations { get; init; } = [];

    /// <summary>Ids of migrations that belong to the application's other contexts, which may share this one's database and history table.</summary>
    public IReadOnlyList<string> OtherContextsMigrations { get; init; } = [];

    /// <summary>What a new migration would contain now; empty when the snapshot matches the model.</summary>
    public IReadOnlyList<OperationDescription> PendingOperations { get; init; } = [];

    /// <summary>The SQL commands a new migration would run now; empty with non-empty operations means annotations only.</summary>
    public IReadOnlyList<string> PendingSql { get; init; } = [];
}

/// <summary>A table as the model maps it.</summary>
public sealed record ModelTable
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>The table's schema, or null (catalogue row S-76: neither engine has one).</summary>
    public string? Schema { get; init; }

    /// <summary>Display names of the entity types stored in it.</summary>
    public IReadOnlyList<string> EntityTypes { get; init; } = [];

    /// <summary>Columns by name.</summary>
    public IReadOnlyList<ModelColumn> Columns { get; init; } = [];

    /// <summary>Check constraints: name and SQL as the model has them.</summary>
    public IReadOnlyList<ModelCheck> Checks { get; init; } = [];

    /// <summary>Triggers that the model says the table has (<c>HasTrigger</c>), by name.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Whether migrations leave the table alone.</summary>
    public bool IsExcludedFromMigrations { get; init; }
}

/// <summary>A check constraint as the model has it.</summary>
/// <param name="Name">The name the provider gives it (catalogue row S-52: unique per database on MySQL).</param>
/// <param name="Sql">Its SQL.</param>
public sealed record ModelCheck(string Name, string Sql);

/// <summary>Code of the application that the model holds: a query filter, or the two lambdas of a value converter.</summary>
/// <param name="Object">The entity type, or a property of it.</param>
/// <param name="Kind"><c>query filter</c> or <c>value converter</c>.</param>
/// <param name="Text">The code, for display.</param>
/// <param name="Structure">Everything of it that decides what it does: equal where the code does the same.</param>
/// <param name="Opaque">What of it cannot be compared, such as an object that it captures; null where nothing is.</param>
public sealed record ModelExpression(ObjectPath Object, string Kind, string Text, string Structure, string? Opaque);

/// <summary>A value of the model that changes each time the model is built, such as <c>Guid.NewGuid()</c> in <c>HasData</c>.</summary>
/// <param name="Table">The table; the entity type's name where it has none.</param>
/// <param name="Column">The column.</param>
/// <param name="Property">Entity type and property, such as <c>Order.Token</c>.</param>
/// <param name="Origin">Where the value is given, such as <c>HasData</c>.</param>
/// <param name="First">The value of the first build.</param>
/// <param name="Second">The value of the second.</param>
public sealed record UnstableValue(string Table, string Column, string Property, string Origin, string First, string Second);

/// <summary>Who chose the version of the server that a provider is configured for.</summary>
public enum ServerVersionOrigin
{
    /// <summary>The application's own options.</summary>
    Application,

    /// <summary>The user's setting <c>mysql.version</c>; the check made the options.</summary>
    Setting,

    /// <summary>The check, which made the options and was told no version.</summary>
    Default,
}
