using Microsoft.EntityFrameworkCore;

namespace Divergent.Rows;

public class S40
{
    public int Id { get; set; }
    public decimal Decimal { get; set; }
    public bool Bool { get; set; }
    public Guid Guid { get; set; }
    public byte[] Bytes { get; set; } = [];
    public DateTime At { get; set; }
    public string Short { get; set; } = "";
    public string Long { get; set; } = "";
}

public class S42 { public int Id { get; set; } public DateTime At { get; set; } }

public class S43 { public int Id { get; set; } public DateOnly Day { get; set; } public int Sum { get; set; } }

public class S44 { public int Id { get; set; } public DateTime At { get; set; } }

public class S45 { public int Id { get; set; } public int A { get; set; } public int B { get; set; } public int Virtual { get; set; } public int Stored { get; set; } }

public class S46 { public int Id { get; set; } public string A { get; set; } = ""; public string B { get; set; } = ""; public string? Joined { get; set; } }

public class S47 { public int Id { get; set; } public int A { get; set; } public int? Next { get; set; } }

public class S48 { public int Id { get; set; } public int A { get; set; } public int B { get; set; } public double? Quotient { get; set; } }

public class S52 { public int Id { get; set; } public int A { get; set; } }

public class S52Other { public int Id { get; set; } public int A { get; set; } }

public class S53 { public int Id { get; set; } public decimal Value { get; set; } }

public class S54 { public int Id { get; set; } public DateTime At { get; set; } }

public class S55 { public int Id { get; set; } public string Text { get; set; } = ""; }

public class S57 { public int Id { get; set; } public string Text { get; set; } = ""; }

/// <summary>A3: defaults, computed columns, checks.</summary>
internal static class Expressions
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<S40>(row =>
        {
            row.Property(r => r.Decimal).HasPrecision(10, 2).HasDefaultValue(1.5m);
            row.Property(r => r.Bool).HasDefaultValue(true);
            row.Property(r => r.Guid).HasDefaultValue(Guid.Parse("aaaaaaaa-0000-0000-0000-00000000000a"));
            row.Property(r => r.Bytes).HasMaxLength(10).HasDefaultValue(new byte[] { 1, 2 });
            row.Property(r => r.At).HasDefaultValue(new DateTime(2020, 1, 2, 3, 4, 5));
            row.Property(r => r.Short).HasMaxLength(20).HasDefaultValue("it's");
            row.Property(r => r.Long).HasDefaultValue("long");
        });
        model.Entity<S42>().Property(row => row.At).HasDefaultValueSql("(now())");
        model.Entity<S43>(row =>
        {
            row.Property(r => r.Day).HasDefaultValueSql("(CURRENT_DATE)");
            row.Property(r => r.Sum).HasDefaultValueSql("(1+1)");
        });
        model.Entity<S44>().Property(row => row.At).HasDefaultValueSql("(CURRENT_TIMESTAMP)");
        model.Entity<S45>(row =>
        {
            row.Property(r => r.Virtual).HasComputedColumnSql("A + B", stored: false);
            row.Property(r => r.Stored).HasComputedColumnSql("A - B", stored: true);
        });
        model.Entity<S46>(row =>
        {
            row.Property(r => r.A).HasMaxLength(50);
            row.Property(r => r.B).HasMaxLength(50);
            row.Property(r => r.Joined).HasMaxLength(100).HasComputedColumnSql("A || B");
            row.ToTable("S46", table => table.HasCheckConstraint("CK_S46", "A || B <> ''"));
        });
        model.Entity<S47>(row =>
        {
            row.Property(r => r.Next).HasComputedColumnSql("\"A\" + 1");
            row.ToTable("S47", table => table.HasCheckConstraint("CK_S47", "\"A\" > 0"));
        });
        model.Entity<S48>().Property(row => row.Quotient).HasComputedColumnSql("A / B");
        model.Entity<S52>().ToTable("S52", table => table.HasCheckConstraint("CK_Same", "A > 0"));
        model.Entity<S52Other>().ToTable("S52Other", table => table.HasCheckConstraint("CK_Same", "A > 0"));
        model.Entity<S53>().ToTable("S53", table => table.HasCheckConstraint("CK_S53", "Value <= 100"));
        model.Entity<S54>().ToTable("S54", table => table.HasCheckConstraint("CK_S54", "At >= '2020-01-01 00:00:00.0'"));
        model.Entity<S55>(row =>
        {
            row.Property(r => r.Text).HasMaxLength(50);
            row.ToTable("S55", table =>
            {
                table.HasCheckConstraint("CK_S55_Value", "Text IN ('x')");
                table.HasCheckConstraint("CK_S55_Length", "length(Text) <= 3");
            });
        });
        model.Entity<S57>(row =>
        {
            row.Property(r => r.Text).HasMaxLength(50);
            row.ToTable("S57", table => table.HasCheckConstraint("CK_S57", "Text REGEXP '^a'"));
        });
    }
}
