using Microsoft.EntityFrameworkCore;

namespace Divergent.Rows;

public class S30 { public long Id { get; set; } }

public enum Colour { Red, Green }

public class S31 { public Colour Id { get; set; } public string Name { get; set; } = ""; }

public class S32 { public int Group { get; set; } public int Id { get; set; } }

public abstract class S34 { public int Id { get; set; } }

public class S34First : S34 { public int First { get; set; } }

public class S34Second : S34 { public int Second { get; set; } }

public class S35 { public Guid Id { get; set; } }

public class S36 { public int Id { get; set; } }

public class S37 { public int Id { get; set; } public int Code { get; set; } }

public class S37Dependent { public int Id { get; set; } public int Code { get; set; } }

public class S38 { public int Id { get; set; } }

public class S38WithALongerName : S38 { public int? Extra { get; set; } }

public class S39 { public int Id { get; set; } public string Name { get; set; } = ""; }

public class S39Derived : S39 { public int Extra { get; set; } public int? ParentId { get; set; } public S39? Parent { get; set; } }

/// <summary>A2: keys and identity.</summary>
internal static class Keys
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<S30>();
        model.Entity<S31>().Property(row => row.Id).HasConversion<int>().ValueGeneratedOnAdd();
        model.Entity<S32>(row =>
        {
            row.HasKey(r => new { r.Group, r.Id });
            row.Property(r => r.Id).ValueGeneratedOnAdd();
        });
        model.Entity<S34>().UseTpcMappingStrategy();
        model.Entity<S34First>();
        model.Entity<S34Second>();
        model.Entity<S35>().Property(row => row.Id).HasDefaultValueSql("('x')");
        model.Entity<S36>().HasKey(row => row.Id).HasName("TheKey");
        model.Entity<S37>().HasAlternateKey(row => row.Code);
        model.Entity<S37Dependent>().HasOne<S37>().WithMany().HasForeignKey(row => row.Code).HasPrincipalKey(row => row.Code);
        model.Entity<S38>();
        model.Entity<S38WithALongerName>();
        model.Entity<S39>().UseTptMappingStrategy();
        model.Entity<S39Derived>();
    }
}
