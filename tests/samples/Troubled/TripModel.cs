using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Troubled;

/// <summary>The model as it is after each migration: what a Designer file would hold, told once for both providers.</summary>
public static class TripModel
{
    /// <summary>The number of the last migration.</summary>
    public const int Last = 27;

    /// <summary>Builds the model as it is after a migration.</summary>
    public static void Build(ModelBuilder model, int step)
    {
        Table(model, "Accounts", e =>
        {
            Text(e, "Email", 200);
            Text(e, "Note", step < 3 ? 400 : 40, isRequired: false);
            if (step < 5) { e.Property<int?>("Level"); } else { e.Property<int>("Level"); }
            e.Property<decimal>("Balance").HasPrecision(18, step < 6 ? 4 : 2);
            if (step < 16) { e.Property<DateTime>("Born").HasPrecision(6); } else { e.Property<DateOnly>("Born"); }
            e.Property<decimal>("Amount").HasPrecision(18, 2);
            if (step >= 4) { e.Property<DateTime>("Seen").HasPrecision(0).HasDefaultValueSql("CURRENT_TIMESTAMP"); }
        });
        Table(model, "Orders", e =>
        {
            e.Property<int>("AccountId");
            e.Property<int>("Quantity");
            e.Property<int>("Number");
            e.Property<int?>("Boxes");
            e.HasIndex("AccountId");
            e.HasOne("Accounts").WithMany().HasForeignKey("AccountId").OnDelete(DeleteBehavior.Restrict).HasConstraintName("FK_Orders_Accounts");
            if (step >= 2) { e.HasIndex("Number").IsUnique(); }
            if (step >= 17)
            {
                e.HasIndex("Quantity");
                e.HasOne("Accounts").WithMany().HasForeignKey("Quantity").OnDelete(DeleteBehavior.Restrict).HasConstraintName("FK_Orders_Quantities");
            }
        });
        Table(model, "Codes", e =>
        {
            Text(e, "Code", 20);
            e.Property<int?>("Size");
            if (step >= 23) { e.Property<int?>("Lot"); }
        });
        Table(model, "Names", e => Text(e, "Name", 80));
        Table(model, "Notes", e => Text(e, "Body", 100, isRequired: false));
        Table(model, "Files", e =>
        {
            Text(e, "Name", 100);
            if (step < 11) { Text(e, "Legacy", 100, isRequired: false); }
            if (step >= 12) { Text(e, "Kind", 20, isRequired: false); }
            if (step >= 13) { Text(e, "Owner", 20, isRequired: false); }
            if (step >= 14) { Text(e, "Place", 20, isRequired: false); }
        });
        Table(model, "Tags", e =>
        {
            Text(e, "Label", 50);
            if (step >= 15)
            {
                Text(e, "Color", 20, isRequired: false);
                e.HasIndex("Label");
            }
        });
        Table(model, "Rates", e =>
        {
            e.Property<decimal>("Value").HasPrecision(8, 4);
            Text(e, "Code", 10);
            e.HasData(new { Id = 1, Value = 1.25m, Code = "EUR" }, new { Id = 2, Value = 2.5m, Code = "USD" });
        });
        Table(model, "Plates", e =>
        {
            Text(e, "Number", 20);
            e.ToTable(table => table.HasCheckConstraint("CK_Plates_Number", "Number LIKE 'Q_7%Z' AND Number NOT LIKE '%7Z' AND substr(Number, 4, 2) = substr(Number, 6, 2)"));
        });
        if (step >= 26)
        {
            Table(model, "Bins", e => e.Property<int>("Size"));
        }

        if (step >= 21)
        {
            Table(model, "Drafts", e => Text(e, "Title", 50));
        }
    }

    private static void Table(ModelBuilder model, string name, Action<EntityTypeBuilder> columns) => model.Entity(name, e =>
    {
        e.ToTable(name);
        e.Property<int>("Id").ValueGeneratedNever();
        e.HasKey("Id");
        columns(e);
    });

    private static void Text(EntityTypeBuilder e, string name, int length, bool isRequired = true) => e.Property<string>(name).HasMaxLength(length).IsRequired(isRequired);
}
