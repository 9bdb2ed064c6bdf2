using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Sensors.Data
{
    public class SensorContext : DbContext
    {
        public SensorContext(DbContextOptions<SensorContext> options)
            : base(options)
        {
        }

        public DbSet<Sensor> Sensors { get; set; }

        public DbSet<Reading> Readings { get; set; }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Sensor>().HasIndex(sensor => sensor.Serial).IsUnique();
            modelBuilder.Entity<Reading>().HasKey(reading => new { reading.SensorId, reading.Number });
        }
    }

    public class Sensor
    {
        public int Id { get; set; }

        [Required]
        [StringLength(32)]
        public string Serial { get; set; }

        [StringLength(100)]
        public string Place { get; set; }

        public virtual ICollection<Reading> Readings { get; set; }
    }

    public class Reading
    {
        public int SensorId { get; set; }

        public int Number { get; set; }

        public virtual Sensor Sensor { get; set; }

        public double Value { get; set; }

        public DateTime At { get; set; }
    }
}
