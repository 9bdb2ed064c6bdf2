using System.Net;
using System.Numerics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Troubled;

/// <summary>Shapes of models that are sound: nothing may be found in them but what is so of every integer, and nothing may be left unprobed.</summary>
public sealed class SoundContext(DbContextOptions<SoundContext> options) : DbContext(options)
{
    /// <summary>A state of the context, which a query filter asks.</summary>
    public bool ShowsAll { get; set; }

    private bool IsMySql => Database.ProviderName!.Contains("MySql", StringComparison.Ordinal);

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(Guard.Instance);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Types of the framework that EF Core converts, and one that each provider stores in its own way.
        modelBuilder.Entity<HostName>();
        modelBuilder.Entity<Node>().Property(one => one.Address).HasConversion(IsMySql
            ? new ValueConverter<IPAddress, byte[]>(value => value.GetAddressBytes(), stored => new IPAddress(stored))
            : new ValueConverter<IPAddress, string>(value => value.ToString(), stored => IPAddress.Parse(stored)));
        modelBuilder.Entity<Figure>(figure =>
        {
            figure.Property(one => one.Number).HasConversion(value => value.ToString(), stored => BigInteger.Parse(stored));
            figure.Property(one => one.Release).HasConversion(value => value.ToString(), stored => Version.Parse(stored));
        });

        // The application's own types: a document, a list in a text, a value object as a key, flags, and an enumeration without members.
        modelBuilder.Entity<Paper>().Property(one => one.Body).HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default), stored => JsonSerializer.Deserialize<PaperBody>(stored, JsonSerializerOptions.Default)!);
        modelBuilder.Entity<WordList>().Property(one => one.Words).HasConversion(
            value => string.Join(',', value), stored => stored.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList());
        modelBuilder.Entity<Numbered>().Property(one => one.Id).HasConversion(id => id.Value, value => new TicketId(value)).ValueGeneratedNever();
        modelBuilder.Entity<Granted>();

        // A token with nothing else to change, one that the application sets itself, and filters that look at another row or at the context.
        modelBuilder.Entity<Counter>().Property(one => one.Version).IsConcurrencyToken();
        modelBuilder.Entity<Draft>().Property(one => one.Version).IsConcurrencyToken();
        modelBuilder.Entity<Blog>().HasQueryFilter(one => !one.IsHidden);
        modelBuilder.Entity<Post>().HasQueryFilter(one => !one.Blog!.IsHidden);
        modelBuilder.Entity<Tenant>().HasQueryFilter(one => ShowsAll || one.Code == 0);

        // References: one to one and optional, of an owned type, to an alternate key, under a unique index, to itself, by many to many.
        modelBuilder.Entity<Passport>().HasOne(one => one.Bearer).WithOne().HasForeignKey<Passport>(one => one.BearerId).OnDelete(DeleteBehavior.SetNull);
        modelBuilder.Entity<Seat>().HasIndex(one => new { one.BearerId, one.Row }).IsUnique();
        modelBuilder.Entity<Shop>().OwnsOne(one => one.Place, place => place.HasOne(one => one.Region).WithMany().HasForeignKey(one => one.RegionId).OnDelete(DeleteBehavior.Restrict));
        modelBuilder.Entity<Coin>().HasAlternateKey(one => one.Code);
        modelBuilder.Entity<Purse>().HasOne<Coin>().WithMany().HasForeignKey(one => one.Code).HasPrincipalKey(one => one.Code).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Branch>().HasOne(one => one.Parent).WithMany().HasForeignKey(one => one.ParentId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<Pupil>().HasMany(one => one.Lessons).WithMany(one => one.Pupils);

        // A unique index over a default that is not the default of the CLR type, in an entity without a class.
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>("Lamp", lamp =>
        {
            lamp.ToTable("Lamps");
            lamp.IndexerProperty<int>("Id");
            lamp.HasKey("Id");
            lamp.IndexerProperty<int?>("Row");
            lamp.IndexerProperty<bool>("IsOn").HasDefaultValue(true);
            lamp.HasIndex("IsOn", "Row").IsUnique();
        });

        // Hierarchies in one table and in several, parts, a composite key, shadow properties.
        modelBuilder.Entity<Cat>();
        modelBuilder.Entity<Dog>();
        modelBuilder.Entity<Vehicle>().UseTptMappingStrategy();
        modelBuilder.Entity<Truck>();
        modelBuilder.Entity<Parcel>().ComplexProperty(one => one.Size);
        modelBuilder.Entity<Basket>().OwnsMany(one => one.Items, item => item.HasKey("Id"));
        modelBuilder.Entity<Cell>().HasKey(one => new { one.Column, one.Line });
        modelBuilder.Entity<Secret>().Property<int>("Hidden");

        // What the database makes: from a key that each engine hands out itself, from two columns, from nothing; and checks that compare columns.
        modelBuilder.Entity<Derived>(derived =>
        {
            derived.Property(one => one.FromKey).HasComputedColumnSql("BearerId + 1");
            derived.Property(one => one.Sum).HasComputedColumnSql("A + B", stored: true);
            derived.Property(one => one.Seven).HasDefaultValue(7);
        });
        modelBuilder.Entity<Range>().ToTable(table =>
        {
            table.HasCheckConstraint("CK_Ranges_Order", "Low < High");
            table.HasCheckConstraint("CK_Ranges_Kind", "Kind IN (1, 2, 3)");
        });
    }
}
