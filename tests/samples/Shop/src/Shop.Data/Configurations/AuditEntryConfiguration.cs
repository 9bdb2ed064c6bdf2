using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(entry => entry.Action).HasMaxLength(50);
        builder.Property(entry => entry.Subject).HasMaxLength(200);
        builder.HasIndex(entry => new { entry.Subject, entry.At });
        builder.HasOne(entry => entry.Employee).WithMany().HasForeignKey(entry => entry.EmployeeId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
