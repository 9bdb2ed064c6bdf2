using Microsoft.EntityFrameworkCore;

namespace Tickets.Data;

/// <summary>MySQL has had migrations for years; on SQLite, which developers use, EnsureCreated was enough so far.</summary>
public class TicketContext(DbContextOptions<TicketContext> options) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<Agent> Agents => Set<Agent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Agent>().Property(agent => agent.Name).HasMaxLength(80);
        modelBuilder.Entity<Ticket>(ticket =>
        {
            ticket.Property(entity => entity.Subject).HasMaxLength(200);
            ticket.HasIndex(entity => new { entity.IsOpen, entity.CreatedAt });
        });
        modelBuilder.Entity<Agent>().HasData(new Agent { Id = 1, Name = "Nobody" });
    }
}

public class Ticket
{
    public long Id { get; set; }

    public required string Subject { get; set; }

    public string? Text { get; set; }

    public bool IsOpen { get; set; }

    public DateTime CreatedAt { get; set; }

    public int AgentId { get; set; } = 1;

    public Agent? Agent { get; set; }
}

public class Agent
{
    public int Id { get; set; }

    public required string Name { get; set; }
}
