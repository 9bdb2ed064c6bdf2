using System.Globalization;
using Generated.Spec;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrateBoth.EntityFrameworkCore.Strings;
using Shop.Data.Conversions;
using Shop.Data.Interceptors;

namespace Generated;

/// <summary>A model of shared-type entities, made as the file says.</summary>
public sealed class GeneratedContext(string folder, DbContextOptions<GeneratedContext> options) : DbContext(options)
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["int"] = typeof(int),
        ["long"] = typeof(long),
        ["short"] = typeof(short),
        ["bool"] = typeof(bool),
        ["double"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["string"] = typeof(string),
        ["DateTime"] = typeof(DateTime),
        ["DateOnly"] = typeof(DateOnly),
        ["Guid"] = typeof(Guid),
        ["bytes"] = typeof(byte[]),
    };

    /// <summary>What the model is made of; another text is another model.</summary>
    public string Text { get; } = File.ReadAllText(Path.Combine(folder, "model.json"));

    /// <summary>The folder of its migrations.</summary>
    public required string Migrations { get; init; }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(SqliteStringInterceptor.Instance, PortableValuesInterceptor.Instance, PortableQueriesInterceptor.Instance);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsMySql())
        {
            // The engines compare text alike.
            modelBuilder.UseCollation("utf8mb4_0900_bin");
        }

        var model = System.Text.Json.JsonSerializer.Deserialize<ModelSpec>(Text)!;
        foreach (var table in model.Tables)
        {
            modelBuilder.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity => Configure(entity, table));
        }

        foreach (var table in model.Tables)
        {
            modelBuilder.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity => Relate(entity, table));
        }
    }

    private static void Configure(EntityTypeBuilder<Dictionary<string, object>> entity, TableSpec table)
    {
        entity.ToTable(table.Name, builder =>
        {
            builder.HasComment(table.Comment);
            foreach (var check in table.Checks)
            {
                builder.HasCheckConstraint(check.Name, check.Sql);
            }
        });
        foreach (var column in table.Columns)
        {
            Configure(entity, column);
        }

        entity.HasKey([.. table.Key]);
        foreach (var key in table.AlternateKeys)
        {
            entity.HasAlternateKey([.. key]);
        }

        foreach (var index in table.Indexes)
        {
            entity.HasIndex([.. index.Columns], index.Name).IsUnique(index.IsUnique).IsDescending([.. index.Descending]);
        }
    }

    private static void Configure(EntityTypeBuilder entity, ColumnSpec column)
    {
        var type = Types[column.Type];
        var property = entity.IndexerProperty(column.IsNullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, column.Name);
        property.IsRequired(!column.IsNullable);
        property.HasComment(column.Comment);
        if (column.MaxLength is { } length)
        {
            property.HasMaxLength(length);
        }

        if (column.Precision is { } precision)
        {
            property.HasPrecision(precision, column.Scale ?? 0);
        }

        if (column.Computed is not null)
        {
            property.HasComputedColumnSql(column.Computed, column.IsStored);
        }
        else if (column.DefaultSql is not null)
        {
            property.HasDefaultValueSql(column.DefaultSql);
        }
        else if (column.Default is not null)
        {
            property.HasDefaultValue(Value(type, column.Default));
        }
        else if (column.IsGenerated)
        {
            property.ValueGeneratedOnAdd();
        }
        else
        {
            property.ValueGeneratedNever();
        }
    }

    private static object Value(Type type, string text) =>
        type == typeof(string) ? text
        : type == typeof(Guid) ? Guid.Parse(text)
        : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    private static void Relate(EntityTypeBuilder<Dictionary<string, object>> entity, TableSpec table)
    {
        foreach (var key in table.ForeignKeys)
        {
            entity.HasOne(key.Principal, (string?)null)
                .WithMany()
                .HasForeignKey(key.Column)
                .HasPrincipalKey(key.PrincipalColumn)
                .OnDelete(Enum.Parse<DeleteBehavior>(key.OnDelete));
        }
    }
}
