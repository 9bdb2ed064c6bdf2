using Microsoft.EntityFrameworkCore;

namespace Divergent.Rows;

public class S65 { public int Id { get; set; } public int ReferenceId { get; set; } public S65? Reference { get; set; } }

public class S71
{
    public int Id { get; set; }
    public int APropertyWhoseNameIsLongEnoughToFillMostOfIt { get; set; }
    public int AnotherPropertyWithALongName { get; set; }
}

public class S74 { public int Id { get; set; } public int Value { get; set; } }

public class S79 { public int Value { get; set; } }

/// <summary>A5: names and objects; and foreign keys without an index of their own.</summary>
internal static class Names
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<S65>(row =>
        {
            row.HasOne(r => r.Reference).WithMany().HasForeignKey(r => r.ReferenceId).HasConstraintName("FK_S65");
            var index = row.Metadata.GetIndexes().Single();
            row.Metadata.RemoveIndex(index);
        });
        model.Entity<S71>().HasIndex(row => new { row.APropertyWhoseNameIsLongEnoughToFillMostOfIt, row.AnotherPropertyWithALongName });
        model.Entity<S74>().Property(row => row.Value).HasColumnName("Value\U0001F600");
        model.Entity<S79>().HasNoKey().ToView("S79");
    }
}
