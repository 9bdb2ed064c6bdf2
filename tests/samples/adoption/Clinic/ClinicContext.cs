using Microsoft.EntityFrameworkCore;

namespace Clinic;

/// <summary>Brings its database up to date whenever somebody makes one.</summary>
public abstract class ClinicContext : DbContext
{
    protected ClinicContext(DbContextOptions options)
        : base(options) => Database.Migrate();

    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<Visit> Visits => Set<Visit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Patient>().Property(patient => patient.Name).HasMaxLength(100);
        modelBuilder.Entity<Visit>().Property(visit => visit.Reason).HasMaxLength(200);
    }
}

public class SqliteClinicContext(DbContextOptions<SqliteClinicContext> options) : ClinicContext(options);

public class MySqlClinicContext(DbContextOptions<MySqlClinicContext> options) : ClinicContext(options);

public class Patient
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public DateOnly Born { get; set; }

    public List<Visit> Visits { get; } = [];
}

public class Visit
{
    public int Id { get; set; }

    public DateTime At { get; set; }

    public string? Reason { get; set; }

    public Guid PatientId { get; set; }
}
