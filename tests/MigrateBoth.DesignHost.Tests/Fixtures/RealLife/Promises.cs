using System;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RealLife.Promises;

/// <summary>Code in a model: some of it depends on the provider, the rest does the same however it is written.</summary>
public class PromiseContext(DbContextOptions<PromiseContext> options) : DbContext(options)
{
    private readonly int _tenant = 7;

    public DbSet<Promise> Promises => Set<Promise>();

    public DbSet<Kept> Kept => Set<Kept>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var isMySql = !Database.IsSqlite();
        var factor = isMySql ? 100 : 10;
        var limit = 5;
        var cipher = new Cipher();
        Expression<Func<Promise, bool>> own = isMySql ? p => p.Tenant == 1 : p => p.Tenant == 2;
        Expression<Func<int, int>> byMethod = isMySql ? v => One.Of(v) : v => Two.Of(v);
        Expression<Func<Kept, bool>> same = isMySql ? k => k.Tenant == _tenant && k.Id > limit : other => other.Tenant == _tenant && other.Id > limit;
        Expression<Func<int, int>> tripled = isMySql ? v => v * 3 : x => x * 3;
        modelBuilder.Entity<Promise>(promise =>
        {
            promise.ToTable("Promises", table => table.HasTrigger("TR_Promises"));
            promise.HasQueryFilter(own);
            if (isMySql)
            {
                promise.Property(p => p.OneSided).HasConversion(v => v * 100, v => v / 100);
                promise.Property(p => p.BuiltIn).HasConversion(new NumberToStringConverter<int>());
            }

            promise.Property(p => p.Captured).HasConversion(v => v * factor, v => v / factor);
            promise.Property(p => p.ByMethod).HasConversion(byMethod, v => v);
            promise.Property(p => p.Class).HasConversion(isMySql ? new ValueConverter<int, int>(v => v + 1, v => v - 1) : new Shift());
        });
        modelBuilder.Entity<Kept>(kept =>
        {
            kept.HasQueryFilter(same);
            kept.Property(k => k.Same).HasConversion(tripled, v => v / 3);
            kept.Property(k => k.Stored).HasConversion<string>();
            kept.Property(k => k.Secret).HasConversion(v => cipher.Encode(v), v => cipher.Decode(v));
            kept.Property(k => k.Class).HasConversion(new Shift());
        });
        modelBuilder.Entity<Total>(total => total.ToView("Totals").HasNoKey());
    }
}

public class Promise
{
    public int Id { get; set; }

    public int Tenant { get; set; }

    public int OneSided { get; set; }

    public int BuiltIn { get; set; }

    public int Captured { get; set; }

    public int ByMethod { get; set; }

    public int Class { get; set; }
}

public class Kept
{
    public int Id { get; set; }

    public int Tenant { get; set; }

    public int Same { get; set; }

    public int Stored { get; set; }

    public string Secret { get; set; }

    public int Class { get; set; }
}

public class Total
{
    public int Count { get; set; }

    public int Sum { get; set; }
}

public class Shift() : ValueConverter<int, int>(v => v + 2, v => v - 2);

public static class One
{
    public static int Of(int value) => value;
}

public static class Two
{
    public static int Of(int value) => value;
}

public class Cipher
{
    public string Encode(string text) => text;

    public string Decode(string text) => text;
}
