using System.Globalization;
using System.Text;

namespace MigrateBoth.Bench;

/// <summary>The C# of a model of any size: every entity has the columns, indexes and foreign keys that real ones have.</summary>
internal static class ModelSource
{
    /// <summary>The C#.</summary>
    /// <param name="entities">How many entities.</param>
    /// <param name="withExtraProperty">Whether the first one has a property more.</param>
    /// <param name="mappings">About how many different mappings the properties have; 0 for one of each type.</param>
    public static string Of(int entities, bool withExtraProperty, int mappings = 0)
    {
        // Three properties with facets, and five of types without: each facet in as many forms as are asked for.
        var forms = Math.Max(1, (mappings - 5) / 3);
        var source = new StringBuilder();
        source.AppendLine(
            """
            using Microsoft.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore.Design;
            using MigrateBoth.EntityFrameworkCore;

            namespace Bench;

            public class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options)
            {
            """);
        for (var i = 0; i < entities; i++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $"    public DbSet<Entity{i}> Entity{i}s => Set<Entity{i}>();");
        }

        source.AppendLine(
            """

                protected override void OnModelCreating(ModelBuilder modelBuilder)
                {
            """);
        for (var i = 0; i < entities; i++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $$"""
                        modelBuilder.Entity<Entity{{i}}>(entity =>
                        {
                            entity.Property(e => e.Name).HasMaxLength({{100 + (i % forms)}});
                            entity.Property(e => e.Code).HasMaxLength({{20 + (i % forms)}});
                            entity.Property(e => e.Note).HasMaxLength({{2000 + (i % forms)}});
                            entity.Property(e => e.Price).HasPrecision(18, 2);
                            entity.HasIndex(e => e.Code).IsUnique();
                            entity.HasIndex(e => new { e.Name, e.CreatedAt });
                        });
                """);
        }

        source.AppendLine(
            """
                }
            }

            public class BenchContextFactory : IDesignTimeDbContextFactory<BenchContext>
            {
                public BenchContext CreateDbContext(string[] args)
                {
                    var type = Environment.GetEnvironmentVariable("DATABASE_TYPE") ?? "sqlite";
                    var url = type == "sqlite" ? "sqlite:///bench.db" : "mysql://nobody@127.0.0.1:1/bench";
                    var builder = new DbContextOptionsBuilder<BenchContext>();
                    builder.UseMigrateBoth(type, url);
                    return new BenchContext(builder.Options);
                }
            }

            """);
        for (var i = 0; i < entities; i++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $$"""
                public class Entity{{i}}
                {
                    public int Id { get; set; }
                    public required string Name { get; set; }
                    public required string Code { get; set; }
                    public string? Note { get; set; }
                    public decimal Price { get; set; }
                    public bool IsActive { get; set; }
                    public long Quantity { get; set; }
                    public DateTime CreatedAt { get; set; }
                    public Guid Token { get; set; }
                """);
            if (i > 0)
            {
                source.AppendLine(CultureInfo.InvariantCulture, $$"""
                        public int ParentId { get; set; }
                        public Entity{{i - 1}} Parent { get; set; } = null!;
                    """);
            }

            if (withExtraProperty && i == 0)
            {
                source.AppendLine("    public int? Extra { get; set; }");
            }

            source.AppendLine("}").AppendLine();
        }

        return source.ToString();
    }
}
