using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Troubled;

/// <summary>What no probe can write or show: each is named, and never counts as a pass.</summary>
public sealed class UnprobedContext(DbContextOptions<UnprobedContext> options) : DbContext(options)
{
    private bool IsMySql => Database.ProviderName!.Contains("MySql", StringComparison.Ordinal);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LogLine>(line =>
        {
            line.HasNoKey();
            line.ToTable("LogLines");
        });
        modelBuilder.Entity<Marked>().ToTable("Marked").Property(one => one.Mark).HasConversion(IsMySql
            ? new ValueConverter<Mark, long>(value => value.Number, stored => Mark.Of(stored))
            : new ValueConverter<Mark, string>(value => value.Number.ToString(), stored => Mark.Of(long.Parse(stored))));
        modelBuilder.Entity<Sealed>().ToTable("Sealed", table => table.HasCheckConstraint("CK_Sealed_Reference", "MarkedId <> 0"));
    }
}

#pragma warning disable CS1591

/// <summary>A type that reads its values from no text.</summary>
public abstract class Mark
{
    public long Number { get; private init; }

    public static Mark Of(long number) => new Stored { Number = number };

    private sealed class Stored : Mark;
}

public class LogLine { public int Number { get; set; } }

public class Marked { public int Id { get; set; } public Mark? Mark { get; set; } }

public class Sealed { public int Id { get; set; } public int MarkedId { get; set; } public Marked? Marked { get; set; } }
