using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Troubled;

/// <summary>A model that behaves differently on the two engines; planted.json lists how. What is not listed there is sound.</summary>
public sealed class ProbeContext(DbContextOptions<ProbeContext> options) : DbContext(options)
{
    private const string Folding = "utf8mb4_0900_ai_ci";

    private bool IsMySql => Database.ProviderName!.Contains("MySql", StringComparison.Ordinal);

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(Guard.Instance);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Stamp>(stamp =>
        {
            stamp.ToTable("Stamps");
            stamp.Property(one => one.Coarse).HasPrecision(0);
        });
        modelBuilder.Entity<Price>(price =>
        {
            price.ToTable("Prices");
            price.Property(one => one.Amount).HasPrecision(10, 2);
            price.Property(one => one.Wide).HasColumnType("INTEGER");
        });
        modelBuilder.Entity<Label>(label =>
        {
            label.ToTable("Labels");
            label.Property(one => one.Name).HasMaxLength(20).HasAnnotation(Guard.Unguarded, true);
            label.Property(one => one.Fixed).HasMaxLength(5).IsFixedLength();
            label.HasIndex(one => one.Unbounded).IsUnique();
            Fold(label.Property(one => one.Folded));
            Fold(label.Property(one => one.CaseOnly).HasAnnotation(Guard.Unguarded, true), "utf8mb4_0900_as_ci");
            Fold(label.Property(one => one.Padded), "utf8mb4_bin");
            Fold(label.Property(one => one.Mark));
            Fold(label.Property(one => one.Twin).HasMaxLength(20));
            label.HasIndex(one => one.Twin).IsUnique();
        });
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("Notes");
            note.Property(one => one.Text).HasMaxLength(30).HasAnnotation(Guard.OnlyOnSqlite, true);
        });
        modelBuilder.Entity<Document>(document =>
        {
            document.ToTable("Documents");
            document.Property(one => one.Version).IsRowVersion();
        });
        modelBuilder.Entity<Bill>(bill =>
        {
            bill.ToTable("Bills");
            bill.OwnsOne(one => one.Total, total => total.Property(one => one.Amount).HasPrecision(8, 2));
            bill.Property(one => one.Seal).HasMaxLength(16);
        });
        modelBuilder.Entity<Letter>(letter =>
        {
            letter.ToTable("Letters");
            letter.Property(one => one.Changed).IsRowVersion();
        });
        modelBuilder.Entity<Crate>(crate =>
        {
            crate.ToTable("Crates");
            crate.OwnsMany(one => one.Bottles, bottle => bottle.ToTable("Bottles"));
        });
        modelBuilder.Entity<Rule>(rule =>
        {
            rule.ToTable("Rules", table =>
            {
                table.HasCheckConstraint("CK_Rules_Share", "Share <= 100");
                table.HasCheckConstraint("CK_Rules_State", "State IN ('new', 'done')");
                table.HasCheckConstraint("CK_Rules_Word", "length(Word) <= 3");
            });
            rule.Property(one => one.Share).HasPrecision(5, 2);
            Fold(rule.Property(one => one.State).HasMaxLength(10));
            rule.Property(one => one.Word).HasMaxLength(10);
            rule.Property(one => one.Quotient).HasComputedColumnSql("Whole / Parts", stored: false);
            rule.Property(one => one.Delay).HasDefaultValue(TimeSpan.FromHours(30));
            rule.Property(one => one.Half).HasDefaultValueSql("(5 / 2)");
        });
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("Persons");
            person.Property(one => one.First).HasMaxLength(25);
            person.Property(one => one.Last).HasMaxLength(25);
            person.Property(one => one.Full).HasMaxLength(50).HasComputedColumnSql("First || Last", stored: true);
        });
        modelBuilder.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("Tickets");
            ticket.Property(one => one.Id).HasConversion(id => id.Value, value => new TicketId(value)).ValueGeneratedOnAdd();
        });
        modelBuilder.Entity<Country>(country =>
        {
            country.ToTable("Countries");
            country.HasKey(one => one.Code);
            Fold(country.Property(one => one.Code).HasMaxLength(10));
        });
        modelBuilder.Entity<City>(city =>
        {
            city.ToTable("Cities");
            Fold(city.Property(one => one.CountryCode).HasMaxLength(10));
            city.HasOne<Country>().WithMany().HasForeignKey(one => one.CountryCode).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Shelf>().ToTable("Shelves");
        modelBuilder.Entity<Volume>(volume =>
        {
            volume.ToTable("Volumes");
            volume.HasOne<Shelf>().WithMany().HasForeignKey(one => one.ShelfId).OnDelete(IsMySql ? DeleteBehavior.Restrict : DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Slip>(slip =>
        {
            slip.ToTable("Slips");
            slip.HasOne<Shelf>().WithMany().HasForeignKey(one => one.ShelfId).OnDelete(DeleteBehavior.Cascade);
            slip.HasIndex(one => new { one.ShelfId, one.Reader }).IsUnique();
        });
        modelBuilder.Entity<Entry>(entry =>
        {
            entry.ToTable("Entries");
            Fold(entry.Property(one => one.Status).HasMaxLength(10));
            entry.HasQueryFilter(one => one.Status != "gone");
            entry.HasIndex(one => one.Taken).IsUnique();
        });
        modelBuilder.Entity<Sound>(sound =>
        {
            sound.ToTable("Sounds");
            sound.Property(one => one.Name).HasMaxLength(60);
            sound.HasIndex(one => one.Name).IsUnique();
            sound.Property(one => one.At).HasConversion(time => time.AddTicks(-(time.Ticks % 10)), stored => stored);
            sound.Property(one => one.Length).HasConversion<long>();
            sound.Property(one => one.Weekday).HasConversion<string>().HasMaxLength(10);
        });
    }

    /// <summary>Compares text by language on MySQL only.</summary>
    private void Fold(PropertyBuilder property, string collation = Folding)
    {
        if (IsMySql)
        {
            property.UseCollation(collation);
        }
    }
}

/// <summary>Refuses what only MySQL refuses, but for the properties that are planted without it.</summary>
internal sealed class Guard : SaveChangesInterceptor
{
    public const string Unguarded = "Troubled:Unguarded";

    public const string OnlyOnSqlite = "Troubled:OnlyOnSqlite";

    public static Guard Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var isSqlite = eventData.Context!.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var properties = eventData.Context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .SelectMany(entry => entry.Properties);
        foreach (var property in properties)
        {
            var metadata = property.Metadata;
            if (property.CurrentValue is not string text || metadata.FindAnnotation(Unguarded) is not null)
            {
                continue;
            }

            if (text.Contains('\0'))
            {
                throw new InvalidOperationException($"{metadata.Name} takes no NUL character.");
            }

            if (text.Length > metadata.GetMaxLength() && (isSqlite || metadata.FindAnnotation(OnlyOnSqlite) is null))
            {
                throw new InvalidOperationException($"{metadata.Name} takes at most {metadata.GetMaxLength()} characters.");
            }
        }

        return result;
    }
}
