using Microsoft.EntityFrameworkCore;

namespace Journal.Data
{
    public abstract class JournalContextBase : DbContext
    {
        public DbSet<Entry> Entries => Set<Entry>();

        public DbSet<Topic> Topics => Set<Topic>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Entry>().Property(entry => entry.Heading).HasMaxLength(150);
            modelBuilder.Entity<Topic>().Property(topic => topic.Name).HasMaxLength(60);
            modelBuilder.Entity<Topic>().HasIndex(topic => topic.Name).IsUnique();
        }
    }

    public class Entry
    {
        public Guid Id { get; set; }

        public required string Heading { get; set; }

        public string? Text { get; set; }

        public DateTime WrittenAt { get; set; }

        public List<Topic> Topics { get; } = [];
    }

    public class Topic
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public List<Entry> Entries { get; } = [];
    }
}
