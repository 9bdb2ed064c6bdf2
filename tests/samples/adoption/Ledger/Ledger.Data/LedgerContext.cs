using Microsoft.EntityFrameworkCore;

namespace Ledger.Data;

public class Entry
{
    public int Id { get; set; }

    public string Text { get; set; } = "";

    public decimal Amount { get; set; }
}

public abstract class LedgerContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Entry>(entry =>
    {
        entry.Property(e => e.Text).HasMaxLength(120);
        entry.Property(e => e.Amount).HasPrecision(12, 2);
    });
}
