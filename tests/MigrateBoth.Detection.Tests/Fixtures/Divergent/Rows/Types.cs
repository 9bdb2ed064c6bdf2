using Microsoft.EntityFrameworkCore;

namespace Divergent.Rows;

public class S01 { public int Id { get; set; } public string? Text { get; set; } }

public class S02 { public string Id { get; set; } = ""; public string Indexed { get; set; } = ""; }

public class S03 { public int Id { get; set; } public string Text { get; set; } = ""; }

public class S04 { public int Id { get; set; } public string Text { get; set; } = ""; }

public class S08 { public int Id { get; set; } public string Text { get; set; } = ""; }

public class S09 { public int Id { get; set; } public string Text { get; set; } = ""; }

public class S10 { public int Id { get; set; } public decimal Value { get; set; } }

public class S12 { public int Id { get; set; } public DateTime Fine { get; set; } public DateTime Coarse { get; set; } }

public class S14 { public int Id { get; set; } public DateTimeOffset At { get; set; } }

public class S15 { public int Id { get; set; } public TimeSpan Duration { get; set; } }

public class S16 { public int Id { get; set; } public TimeSpan Days { get; set; } public TimeSpan Negative { get; set; } public TimeSpan Sound { get; set; } }

public class S17 { public Guid Id { get; set; } public Guid Other { get; set; } }

public class S18 { public int Id { get; set; } public bool Yes { get; set; } }

public class S19 { public int Id { get; set; } public byte[] Bytes { get; set; } = []; public byte[] Indexed { get; set; } = []; }

public class S20 { public int Id { get; set; } public byte[] Version { get; set; } = []; }

public class S21 { public int Id { get; set; } public DateTime Version { get; set; } public DateTime OnAdd { get; set; } }

public class S22 { public int Id { get; set; } public ulong Version { get; set; } }

public class S23
{
    public int Id { get; set; }
    public byte Byte { get; set; }
    public sbyte SByte { get; set; }
    public ushort UShort { get; set; }
    public uint UInt { get; set; }
    public ulong ULong { get; set; }
    public float Float { get; set; }
    public double Double { get; set; }
    public char Char { get; set; }
}

public class S26 { public int Id { get; set; } public List<int> Numbers { get; set; } = []; }

public class S28 { public int Id { get; set; } public long Long { get; set; } public string Text { get; set; } = ""; }

public class S29 { public int Id { get; set; } public decimal Value { get; set; } }

/// <summary>A1: types and facets.</summary>
internal static class Types
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<S01>();
        model.Entity<S02>().HasIndex(row => row.Indexed);
        model.Entity<S03>().Property(row => row.Text).HasMaxLength(50);
        model.Entity<S04>().Property(row => row.Text).HasMaxLength(20000);
        model.Entity<S08>().Property(row => row.Text).HasMaxLength(50).IsUnicode(false);
        model.Entity<S09>().Property(row => row.Text).HasMaxLength(10).IsFixedLength();
        model.Entity<S10>();
        model.Entity<S12>().Property(row => row.Coarse).HasPrecision(2);
        model.Entity<S14>();
        model.Entity<S15>();
        model.Entity<S16>(row =>
        {
            row.Property(r => r.Days).HasDefaultValue(TimeSpan.FromHours(30));
            row.Property(r => r.Negative).HasDefaultValue(TimeSpan.FromMinutes(-90));
            row.Property(r => r.Sound).HasDefaultValue(TimeSpan.FromHours(3));
        });
        model.Entity<S17>().Property(row => row.Other).HasDefaultValue(Guid.Parse("aaaaaaaa-0000-0000-0000-00000000000a"));
        model.Entity<S18>();
        model.Entity<S19>().HasIndex(row => row.Indexed);
        model.Entity<S20>().Property(row => row.Version).IsRowVersion();
        model.Entity<S21>(row =>
        {
            row.Property(r => r.Version).IsRowVersion();
            row.Property(r => r.OnAdd).ValueGeneratedOnAdd();
        });
        model.Entity<S22>().Property(row => row.Version).IsRowVersion();
        model.Entity<S23>();
        model.Entity<S26>();
        model.Entity<S28>(row =>
        {
            row.Property(r => r.Long).HasColumnType("INTEGER");
            row.Property(r => r.Text).HasColumnType("TEXT");
        });
        model.Entity<S29>().Property(row => row.Value).HasColumnType("decimal(10,2)");
    }
}
