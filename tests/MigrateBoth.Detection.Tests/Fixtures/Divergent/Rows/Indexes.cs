using Microsoft.EntityFrameworkCore;

namespace Divergent.Rows;

public class S61 { public int Id { get; set; } public string Unique { get; set; } = ""; public string Other { get; set; } = ""; public bool IsDeleted { get; set; } }

public class S62 { public int Id { get; set; } public string Prefix { get; set; } = ""; public string FullText { get; set; } = ""; }

public class S63 { public int Id { get; set; } public int Value { get; set; } }

public class S64 { public int Id { get; set; } }

public class S67 { public string Id { get; set; } = ""; }

public class S67Dependent { public int Id { get; set; } public string Reference { get; set; } = ""; }

public class S69 { public int Id { get; set; } }

public class S69Dependent
{
    public int Id { get; set; }
    public int Cascade { get; set; }
    public int? SetNull { get; set; }
    public int Restrict { get; set; }
    public int ClientCascade { get; set; }
    public int NoAction { get; set; }
}

/// <summary>A4: comments, indexes, foreign keys.</summary>
internal static class Indexes
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<S61>(row =>
        {
            row.Property(r => r.Unique).HasMaxLength(50);
            row.Property(r => r.Other).HasMaxLength(50);
            row.HasIndex(r => r.Unique).IsUnique().HasFilter("IsDeleted = 0");
            row.HasIndex(r => r.Other).HasFilter("IsDeleted = 0");
        });
        model.Entity<S62>(row =>
        {
            row.Property(r => r.Prefix).HasMaxLength(50);
            row.Property(r => r.FullText).HasMaxLength(50);
            MySqlIndexBuilderExtensions.HasPrefixLength(row.HasIndex(r => r.Prefix), 10);
            MySqlIndexBuilderExtensions.IsFullText(row.HasIndex(r => r.FullText));
        });
        model.Entity<S63>().HasIndex(row => row.Value).IsDescending();
        model.Entity<S64>().ToTable("S64", table => table.HasComment("Only MySQL keeps this."));
        model.Entity<S67>().Property(row => row.Id).HasMaxLength(10);
        model.Entity<S67Dependent>(row =>
        {
            row.Property(r => r.Reference).HasMaxLength(20);
            row.HasOne<S67>().WithMany().HasForeignKey(r => r.Reference);
        });
        model.Entity<S69>();
        model.Entity<S69Dependent>(row =>
        {
            row.HasOne<S69>().WithMany().HasForeignKey(r => r.Cascade).OnDelete(DeleteBehavior.Cascade);
            row.HasOne<S69>().WithMany().HasForeignKey(r => r.SetNull).OnDelete(DeleteBehavior.SetNull);
            row.HasOne<S69>().WithMany().HasForeignKey(r => r.Restrict).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<S69>().WithMany().HasForeignKey(r => r.ClientCascade).OnDelete(DeleteBehavior.ClientCascade);
            row.HasOne<S69>().WithMany().HasForeignKey(r => r.NoAction).OnDelete(DeleteBehavior.NoAction);
        });
    }
}
