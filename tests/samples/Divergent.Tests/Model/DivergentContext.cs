namespace Divergent.Tests.Model;

/// <summary>A model that maps to both engines without a complaint, and behaves differently on them.</summary>
public class DivergentContext(DbContextOptions<DivergentContext> options) : DbContext(options)
{
    public DbSet<Word> Words => Set<Word>();
    public DbSet<Login> Logins => Set<Login>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<TagUse> TagUses => Set<TagUse>();
    public DbSet<Amount> Amounts => Set<Amount>();
    public DbSet<Moment> Moments => Set<Moment>();
    public DbSet<Limit> Limits => Set<Limit>();
    public DbSet<Grade> Grades => Set<Grade>();
    public DbSet<Node> Nodes => Set<Node>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<Couple> Couples => Set<Couple>();
    public DbSet<Ticket> Tickets => Set<Ticket>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Word>().Property(word => word.Code).IsFixedLength();
        model.Entity<Login>().HasIndex(login => login.Email).IsUnique();
        model.Entity<Tag>().HasKey(tag => tag.Name);
        model.Entity<TagUse>().HasOne(use => use.Tag).WithMany().HasForeignKey(use => use.TagName);
        model.Entity<Amount>(amount =>
        {
            amount.Property(a => a.Value).HasPrecision(18, 2);
            amount.Property(a => a.Other).HasPrecision(18, 2);
        });
        model.Entity<Limit>(limit =>
        {
            limit.Property(l => l.Price).HasPrecision(18, 2);
            limit.ToTable(table => table.HasCheckConstraint("CK_Limits_Price", "Price <= 100"));
        });
        model.Entity<Grade>().ToTable(table => table.HasCheckConstraint("CK_Grades_Letter", "Letter IN ('a', 'b')"));
        model.Entity<Node>().HasOne(node => node.Parent).WithMany(node => node.Children).HasForeignKey(node => node.ParentId).OnDelete(DeleteBehavior.ClientSetNull);
    }
}
