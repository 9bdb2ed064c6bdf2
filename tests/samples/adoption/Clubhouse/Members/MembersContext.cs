using Microsoft.EntityFrameworkCore;

namespace Clubhouse.Members;

public abstract class MembersContext : DbContext
{
    public DbSet<Member> Members => Set<Member>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Member>(member =>
        {
            member.Property(entity => entity.Name).HasMaxLength(100);
            member.Property(entity => entity.Mail).HasMaxLength(200);
            member.HasIndex(entity => entity.Mail).IsUnique();
        });
        modelBuilder.Entity<Fee>().Property(fee => fee.Amount).HasPrecision(9, 2);
    }
}

public class SqliteContext : MembersContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=members.db");
}

public class MySqlContext : MembersContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseMySql("Server=127.0.0.1;Port=1;Database=members", ServerVersion.Parse("9.7.0-mysql"));
}

public class Member
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Mail { get; set; }

    public List<Fee> Fees { get; } = [];
}

public class Fee
{
    public int Id { get; set; }

    public int MemberId { get; set; }

    public decimal Amount { get; set; }

    public DateOnly DueOn { get; set; }
}
