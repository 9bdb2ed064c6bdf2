using System.Collections.Frozen;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.Types;

/// <summary>
/// Which values each declared type can hold, for comparing columns of two engines without a model. With a model its own mapping decides.
/// </summary>
public static class TypeAffinity
{
    private static readonly FrozenDictionary<string, TypeFamilies> Sqlite = new Dictionary<string, TypeFamilies>(StringComparer.Ordinal)
    {
        // What EF Core declares.
        ["integer"] = TypeFamilies.Whole,
        ["text"] = TypeFamilies.Textual,
        ["real"] = TypeFamilies.Float | TypeFamilies.Decimal,
        ["blob"] = TypeFamilies.Binary | TypeFamilies.Guid,

        // What other tools and hand-written SQL declare.
        ["int"] = TypeFamilies.Whole,
        ["tinyint"] = TypeFamilies.Whole,
        ["smallint"] = TypeFamilies.Whole,
        ["mediumint"] = TypeFamilies.Whole,
        ["bigint"] = TypeFamilies.Integer,
        ["int2"] = TypeFamilies.Whole,
        ["int8"] = TypeFamilies.Integer,
        ["bool"] = TypeFamilies.Boolean | TypeFamilies.Integer,
        ["boolean"] = TypeFamilies.Boolean | TypeFamilies.Integer,
        ["char"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["character"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["nchar"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["varchar"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["varying character"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["nvarchar"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["clob"] = TypeFamilies.Text | TypeFamilies.Json,
        ["json"] = TypeFamilies.Json | TypeFamilies.Text,
        ["guid"] = TypeFamilies.Guid,
        ["uuid"] = TypeFamilies.Guid,
        ["uniqueidentifier"] = TypeFamilies.Guid,
        ["double"] = TypeFamilies.Float,
        ["double precision"] = TypeFamilies.Float,
        ["float"] = TypeFamilies.Float,
        ["numeric"] = TypeFamilies.Numeric,
        ["decimal"] = TypeFamilies.Decimal,
        ["binary"] = TypeFamilies.Binary | TypeFamilies.Guid,
        ["varbinary"] = TypeFamilies.Binary | TypeFamilies.Guid,
        ["date"] = TypeFamilies.Date,
        ["time"] = TypeFamilies.Time,
        ["datetime"] = TypeFamilies.DateTime,
        ["timestamp"] = TypeFamilies.DateTime,

        // What the migration tools of other ecosystems declare beside those: Prisma and Sequelize, TypeORM, Sequelize, Laravel.
        ["jsonb"] = TypeFamilies.Json | TypeFamilies.Text,
        ["big int"] = TypeFamilies.Integer,
        ["native character"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["char binary"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["varchar binary"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["tinyblob"] = TypeFamilies.Binary,
        ["mediumblob"] = TypeFamilies.Binary,
        ["longblob"] = TypeFamilies.Binary,
        ["geometry"] = TypeFamilies.Spatial,
        ["point"] = TypeFamilies.Spatial,
        ["linestring"] = TypeFamilies.Spatial,
        ["polygon"] = TypeFamilies.Spatial,
        ["multipoint"] = TypeFamilies.Spatial,
        ["multilinestring"] = TypeFamilies.Spatial,
        ["multipolygon"] = TypeFamilies.Spatial,
        ["geometrycollection"] = TypeFamilies.Spatial,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TypeFamilies> MySql = new Dictionary<string, TypeFamilies>(StringComparer.Ordinal)
    {
        ["tinyint"] = TypeFamilies.Whole,
        ["smallint"] = TypeFamilies.Whole,
        ["mediumint"] = TypeFamilies.Whole,
        ["int"] = TypeFamilies.Whole,
        ["bigint"] = TypeFamilies.Whole,
        ["year"] = TypeFamilies.Integer,
        ["bit"] = TypeFamilies.Boolean | TypeFamilies.Integer,
        ["decimal"] = TypeFamilies.Decimal,
        ["float"] = TypeFamilies.Float,
        ["double"] = TypeFamilies.Float,
        ["char"] = TypeFamilies.Text | TypeFamilies.Guid,
        ["varchar"] = TypeFamilies.Text | TypeFamilies.Guid | TypeFamilies.Json,
        ["tinytext"] = TypeFamilies.Text,
        ["text"] = TypeFamilies.Text | TypeFamilies.Json,
        ["mediumtext"] = TypeFamilies.Text | TypeFamilies.Json,
        ["longtext"] = TypeFamilies.Text | TypeFamilies.Json,
        ["json"] = TypeFamilies.Json,
        ["enum"] = TypeFamilies.Text,
        ["set"] = TypeFamilies.Text,
        ["uuid"] = TypeFamilies.Guid,
        ["binary"] = TypeFamilies.Binary | TypeFamilies.Guid,
        ["varbinary"] = TypeFamilies.Binary,
        ["tinyblob"] = TypeFamilies.Binary,
        ["blob"] = TypeFamilies.Binary,
        ["mediumblob"] = TypeFamilies.Binary,
        ["longblob"] = TypeFamilies.Binary,
        ["date"] = TypeFamilies.Date,
        ["time"] = TypeFamilies.Time,
        ["datetime"] = TypeFamilies.DateTime,
        ["timestamp"] = TypeFamilies.DateTime,
        ["geometry"] = TypeFamilies.Spatial,
        ["point"] = TypeFamilies.Spatial,
        ["linestring"] = TypeFamilies.Spatial,
        ["polygon"] = TypeFamilies.Spatial,
        ["multipoint"] = TypeFamilies.Spatial,
        ["multilinestring"] = TypeFamilies.Spatial,
        ["multipolygon"] = TypeFamilies.Spatial,
        ["geometrycollection"] = TypeFamilies.Spatial,
        ["geomcollection"] = TypeFamilies.Spatial,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All types of an engine that are known, with what they can hold.</summary>
    internal static IReadOnlyDictionary<string, TypeFamilies> Known(Engine engine) => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>What a column of this type can hold; <see cref="TypeFamilies.None"/> when the type is not known.</summary>
    public static TypeFamilies Of(Engine engine, StoreType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known(engine).GetValueOrDefault(type.Name);
    }
}
