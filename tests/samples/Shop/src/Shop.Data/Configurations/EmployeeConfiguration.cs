using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class EmployeeConfiguration : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> builder)
    {
        builder.ToTable("Employees");
        builder.Property(employee => employee.Name).HasMaxLength(200);
        // Nulled by the client; NO ACTION in both databases (S-69).
        builder.HasOne(employee => employee.Manager)
            .WithMany(employee => employee.Reports)
            .HasForeignKey(employee => employee.ManagerId)
            .OnDelete(DeleteBehavior.ClientSetNull);
    }
}
