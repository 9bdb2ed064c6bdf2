using System.Data.Common;
using System.Globalization;

using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Contexts;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>A row of a scratch table on which a recipe is tried.</summary>
/// <typeparam name="T">The property's type.</typeparam>
internal sealed class RecipeRow<T>
{
    public int Id { get; set; }

    /// <summary>The property under test.</summary>
    public T? Value { get; set; }
}

/// <summary>Scratch tables mapped as recipes say, under the application's own provider and its options, beside the application's tables.</summary>
internal sealed class RecipeContext : DbContext
{
    private readonly Engine _engine;
    private readonly string _server;
    private readonly string? _tableCollation;
    private readonly IReadOnlyList<Probe> _probes;
    private bool _isOpen;

    public RecipeContext(RentedContext rented, IReadOnlyList<Probe> probes)
        : base(Options(rented))
    {
        _engine = rented.Engine;
        _server = ServerAtHand(rented.Context);
        _tableCollation = rented.MySqlProvider?.TableCollationAnnotation;
        _probes = probes;
    }

    /// <summary>What tells this model from other recipes' models.</summary>
    public string Key => string.Join(';', _probes.Select((probe, index) => $"{TableOf(index)} {probe.ValueKind} {probe.Recipe}"));

    /// <summary>Creates the tables and prepares the connection.</summary>
    public void Create()
    {
        ApplicationDatabaseGuard.Allow(this);
        Database.OpenConnection();
        _isOpen = true;
        if (_engine == Engine.Sqlite && _probes.Any(probe => probe.Recipe!.Mapping == RecipeMapping.StringSemantics))
        {
            Prepare(Database.GetDbConnection());
        }

        ((IRelationalDatabaseCreator)this.GetService<IDatabaseCreator>()).CreateTables();
    }

    /// <summary>Drops the tables, as far as they were made.</summary>
    public void Drop()
    {
        if (!_isOpen)
        {
            return;
        }

        for (var index = 0; index < _probes.Count; index++)
        {
            Execute(Database.GetDbConnection(), $"DROP TABLE IF EXISTS `{TableOf(index)}`");
        }

        Database.CloseConnection();
    }

    /// <summary>The rows of a probe's table.</summary>
    public ProbeSource SourceOf(Probe probe, RowMaker maker)
    {
        var name = TableOf(_probes.ToList().IndexOf(probe));
        var path = PropertyPath.Find(Model, name, nameof(RecipeRow<int>.Value));
        return new ProbeSource(this, maker, path, maker.SetOf(path.Root), probe.ValueKind);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        for (var index = 0; index < _probes.Count; index++)
        {
            var probe = _probes[index];
            modelBuilder.SharedTypeEntity(TableOf(index), typeof(RecipeRow<>).MakeGenericType(TypeOf(probe.ValueKind)), entity =>
            {
                entity.ToTable(TableOf(_probes.ToList().IndexOf(probe)));
                Map(entity, probe.Recipe!);
            });
        }
    }

    /// <summary>Not the one that the application is configured for: only this one's collations exist here.</summary>
    private static string ServerAtHand(DbContext context)
    {
        context.Database.OpenConnection();
        try
        {
            return context.Database.GetDbConnection().ServerVersion;
        }
        finally
        {
            context.Database.CloseConnection();
        }
    }

    private void Map(EntityTypeBuilder entity, ProbeRecipe recipe)
    {
        var property = entity.Property(nameof(RecipeRow<int>.Value));
        if (recipe.MaxLength is { } length)
        {
            property.HasMaxLength(length);
        }

        if (recipe.Precision is { } precision)
        {
            _ = recipe.Scale is { } scale ? property.HasPrecision(precision, scale) : property.HasPrecision(precision);
        }

        switch (recipe.Mapping)
        {
            case RecipeMapping.StringSemantics when _engine == Engine.MySql:
                var collation = _server.Contains("maria", StringComparison.OrdinalIgnoreCase) ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin";
                property.UseCollation(collation);
                if (_tableCollation is not null)
                {
                    entity.HasAnnotation(_tableCollation, collation);
                }

                break;
            case RecipeMapping.LengthCheck when _engine == Engine.Sqlite:
                entity.ToTable(table => table.HasCheckConstraint($"CK_{entity.Metadata.GetTableName()}", $"length(Value) <= {recipe.MaxLength!.Value.ToString(CultureInfo.InvariantCulture)}"));
                break;
            case RecipeMapping.TruncatedTime:
                property.HasConversion(Truncating(property.Metadata.ClrType, recipe.Precision ?? 6));
                break;
            case RecipeMapping.UtcDateTime:
                property.HasConversion(new ValueConverter<DateTimeOffset, DateTime>(
                    value => Truncated(value.UtcDateTime, 6), stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))));
                break;
            case RecipeMapping.Ticks:
            case RecipeMapping.LongColumn:
                property.HasConversion<long>();
                break;
            case RecipeMapping.RoundedDecimal:
                var digits = recipe.Scale ?? 0;
                property.HasConversion(new ValueConverter<decimal, decimal>(value => Math.Round(value, digits, MidpointRounding.AwayFromZero), stored => stored));
                break;
            case RecipeMapping.DoubleColumn:
                property.HasConversion<double>();
                break;
        }
    }

    private static ValueConverter Truncating(Type type, int digits) =>
        type == typeof(TimeOnly) || type == typeof(TimeOnly?)
            ? new ValueConverter<TimeOnly, TimeOnly>(value => new TimeOnly(value.Ticks - (value.Ticks % Unit(digits))), stored => stored)
        : type == typeof(TimeSpan) || type == typeof(TimeSpan?)
            ? new ValueConverter<TimeSpan, TimeSpan>(value => new TimeSpan(value.Ticks - (value.Ticks % Unit(digits))), stored => stored)
        : type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?)
            ? new ValueConverter<DateTimeOffset, DateTimeOffset>(value => value.AddTicks(-(value.Ticks % Unit(digits))), stored => stored)
        : new ValueConverter<DateTime, DateTime>(value => Truncated(value, digits), stored => stored);

    private static DateTime Truncated(DateTime value, int digits) => value.AddTicks(-(value.Ticks % Unit(digits)));

    private static long Unit(int digits) => (long)Math.Pow(10, 7 - digits);

    private static string TableOf(int index) => $"migrateboth_recipe_{index}";

    private static Type TypeOf(ProbeValueKind kind) => kind switch
    {
        ProbeValueKind.Char => typeof(char),
        ProbeValueKind.Bytes => typeof(byte[]),
        ProbeValueKind.Byte => typeof(byte),
        ProbeValueKind.SByte => typeof(sbyte),
        ProbeValueKind.Short => typeof(short),
        ProbeValueKind.UShort => typeof(ushort),
        ProbeValueKind.UInt => typeof(uint),
        ProbeValueKind.Int => typeof(int),
        ProbeValueKind.Long => typeof(long),
        ProbeValueKind.ULong => typeof(ulong),
        ProbeValueKind.Float => typeof(float),
        ProbeValueKind.Double => typeof(double),
        ProbeValueKind.Decimal => typeof(decimal),
        ProbeValueKind.DateTime => typeof(DateTime),
        ProbeValueKind.DateTimeOffset => typeof(DateTimeOffset),
        ProbeValueKind.Time => typeof(TimeOnly),
        ProbeValueKind.TimeSpan => typeof(TimeSpan),
        _ => typeof(string),
    };

    /// <summary>What the string semantics of the run-time package do to a SQLite connection.</summary>
    private static void Prepare(DbConnection connection)
    {
        Execute(connection, "PRAGMA case_sensitive_like = 1");
        var create = connection.GetType().GetMethods()
            .First(method => method.Name == "CreateFunction" && method.GetGenericArguments().Length == 2 && method.GetParameters().Length == 3
                && method.GetParameters()[1].ParameterType.Name == "Func`2" && method.GetParameters()[1].ParameterType.GetGenericArguments()[0].IsGenericParameter)
            .MakeGenericMethod(typeof(string), typeof(string));
        create.Invoke(connection, ["lower", (Func<string?, string?>)(text => text?.ToLowerInvariant().Replace('İ', 'i')), true]);
        create.Invoke(connection, ["upper", (Func<string?, string?>)(text => text?.ToUpperInvariant().Replace('ı', 'I')), true]);
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static DbContextOptions<RecipeContext> Options(RentedContext rented)
    {
        var provider = (RelationalOptionsExtension)rented.Service<IDbContextOptions>().Extensions.First(extension => extension.Info.IsDatabaseProvider);
        var builder = new DbContextOptionsBuilder<RecipeContext>();
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(
            provider.WithConnection(null).WithConnectionString(rented.Context.Database.GetConnectionString()));
        builder.ReplaceService<IModelCacheKeyFactory, RecipeModelKey>();
        return builder.Options;
    }

    private sealed class RecipeModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((RecipeContext)context).Key, designTime);
    }
}
