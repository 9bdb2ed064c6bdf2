using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Core.Behaviour;

/// <summary>A property under both models.</summary>
/// <param name="Sqlite">Under SQLite.</param>
/// <param name="MySql">Under MySQL.</param>
public sealed record ProbeSubject(ProbeProperty Sqlite, ProbeProperty MySql)
{
    /// <summary>The column, as findings name it.</summary>
    public ObjectPath Object => Sqlite.Object;

    /// <summary>The kind of value; where a type is stored in different ways, it is written as the type itself spells it.</summary>
    public ProbeValueKind Kind => Sqlite.Kind == MySql.Kind ? Sqlite.Kind : ProbeValueKind.Spelled;

    /// <summary>Why no probe can write it, or null.</summary>
    public string? OutOfReach => Sqlite.OutOfReach ?? MySql.OutOfReach;

    /// <summary>What to say where no value of it is known.</summary>
    public string NoValues => Sqlite.Kind == MySql.Kind
        ? $"no value of {Sqlite.Mapping} is known that could be written"
        : $"{Engine.Sqlite.DisplayName()} has {Sqlite.Mapping} and {Engine.MySql.DisplayName()} has {MySql.Mapping}, and no value is known that both can write";

    /// <summary>How many characters or bytes either side takes, or null for as many as come.</summary>
    public int? Limit => Kind is ProbeValueKind.Text or ProbeValueKind.Bytes ? Sqlite.MaxLength ?? MySql.MaxLength ?? LimitOf(MySql.StoreType) : null;

    /// <summary>Whether that counts bytes of a text: a type of MySQL's without a length, and a model without one.</summary>
    public bool IsLimitInBytes => Sqlite.MaxLength is null && MySql.MaxLength is null && Facets(MySql.StoreType) is [];

    /// <summary>The digits of a decimal on the side that keeps to them.</summary>
    public (int Precision, int Scale) Digits => Facets(MySql.StoreType) is [var precision, var scale] ? (precision, scale)
        : Facets(MySql.StoreType) is [var alone] ? (alone, 0)
        : (Sqlite.Precision ?? MySql.Precision ?? 65, Sqlite.Scale ?? MySql.Scale ?? 30);

    /// <summary>The digits of a second on the side that keeps to them.</summary>
    public int Fraction => Facets(MySql.StoreType) is [var digits] ? digits : MySql.StoreType.Contains("time", StringComparison.OrdinalIgnoreCase) ? 0 : 7;

    /// <summary>What two properties share of which one round trip speaks for both.</summary>
    public string Signature => string.Join('|', Shape, Sqlite.StoreType, MySql.StoreType, Sqlite.MaxLength, Sqlite.Precision, Sqlite.Scale);

    /// <summary>What two properties share of which one set of queries speaks for both: a length changes no query.</summary>
    public string QueryShape => string.Join('|', Shape, Family(Sqlite.StoreType), Family(MySql.StoreType));

    private string Shape => string.Join('|', Sqlite.Mapping, MySql.Mapping, Kind, Sqlite.Collation, MySql.Collation, Sqlite.IsFixedLength, MySql.IsFixedLength, OutOfReach);

    /// <summary>Pairs the properties that both models have.</summary>
    public static IReadOnlyList<ProbeSubject> Pair(ProbeSurface sqlite, ProbeSurface mySql)
    {
        ArgumentNullException.ThrowIfNull(sqlite);
        ArgumentNullException.ThrowIfNull(mySql);
        var others = mySql.Properties.ToDictionary(property => (property.Entity, property.Name));
        return
        [
            .. from property in sqlite.Properties
               where others.ContainsKey((property.Entity, property.Name))
               select new ProbeSubject(property, others[(property.Entity, property.Name)]),
        ];
    }

    private static int? LimitOf(string storeType) => storeType.ToLowerInvariant() switch
    {
        "tinytext" or "tinyblob" => 255,
        "text" or "blob" => 65535,
        _ => Facets(storeType) is [var length] ? length : null,
    };

    // Texts of every length are queried alike.
    private static string Family(string storeType)
    {
        var name = storeType.Split('(')[0].ToLowerInvariant();
        return name is "varchar" or "longtext" or "text" or "mediumtext" or "tinytext" ? "text" : name;
    }

    private static IReadOnlyList<int> Facets(string storeType) =>
        Regex.Match(storeType, @"\((\d{1,6})(?:\s*,\s*(\d{1,6}))?\)", RegexOptions.CultureInvariant) is { Success: true } match
            ? [.. match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture))]
            : [];
}
