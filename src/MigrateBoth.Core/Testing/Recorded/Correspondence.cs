namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>
/// Which value of SQLite's run represents which of MySQL's, where the two must differ. One to one within a test: a value that stood for one
/// row cannot represent another one later.
/// </summary>
internal sealed class Correspondence
{
    private const string Guids = "guid";

    private readonly Dictionary<(string Domain, string Sqlite), string> _forward = [];
    private readonly Dictionary<(string Domain, string MySql), string> _backward = [];
    private readonly HashSet<(string, string)> _keys = [];
    private readonly Dictionary<string, HashSet<(long Sqlite, long MySql)>> _readings = new(StringComparer.Ordinal);

    /// <summary>
    /// Pairs the keys that the two databases generated for the same inserted row. Keys are paired only here: a query result alone does not
    /// show whether a different key means a different row.
    /// </summary>
    public bool PairKey(string domain, string sqlite, string mySql)
    {
        _keys.Add((sqlite, mySql));
        return Pair("key " + domain, sqlite, mySql);
    }

    /// <summary>Whether the keys are those of one row, as far as inserts have shown.</summary>
    public bool IsKeyPair(string? domain, string sqlite, string mySql) => domain is not null && _forward.TryGetValue(("key " + domain, sqlite), out var paired)
        ? paired == mySql
        : domain is not null && _backward.ContainsKey(("key " + domain, mySql)) ? false
        : sqlite == mySql || _keys.Contains((sqlite, mySql));

    /// <summary>Whether two references can lead to the same row.</summary>
    public bool IsReferencePair(string sqlite, string mySql) => _keys.Contains((sqlite, mySql))
        || (sqlite == mySql && !_keys.Any(pair => pair.Item1 == sqlite || pair.Item2 == mySql));

    /// <summary>Values that the test wrote by chance: random Guids.</summary>
    public bool PairWrittenGuid(string sqlite, string mySql) => IsRandom(sqlite) && IsRandom(mySql) && Pair(Guids, sqlite, mySql);

    /// <summary>Whether two Guids are known to represent each other.</summary>
    public bool IsGuidPair(string sqlite, string mySql) => _forward.TryGetValue((Guids, sqlite), out var paired) && paired == mySql;

    /// <summary>Values at a place that varies from run to run on both engines.</summary>
    public bool PairVolatile(string place, string? sqlite, string? mySql) =>
        sqlite is not null && mySql is not null
        && Kind(sqlite) == Kind(mySql)
        && (sqlite.StartsWith("g:", StringComparison.Ordinal) ? Pair(Guids, sqlite, mySql)
            : Clocks.Reading(sqlite) is { } left && Clocks.Reading(mySql) is { } right ? PairReadings(place, left, right)
            : Pair(place, sqlite, mySql));

    /// <summary>
    /// Two readings within one second on one engine may lie in two on the other: they need not correspond one to one, but what was read later is
    /// never earlier.
    /// </summary>
    private bool PairReadings(string place, long sqlite, long mySql)
    {
        if (!_readings.TryGetValue(place, out var earlier))
        {
            _readings.Add(place, earlier = []);
        }

        if (earlier.Any(pair => sqlite.CompareTo(pair.Sqlite) * mySql.CompareTo(pair.MySql) < 0))
        {
            return false;
        }

        earlier.Add((sqlite, mySql));
        return true;
    }

    private bool Pair(string domain, string sqlite, string mySql)
    {
        var (knowsSqlite, knowsMySql) = (_forward.TryGetValue((domain, sqlite), out var right), _backward.TryGetValue((domain, mySql), out var left));
        if (knowsSqlite || knowsMySql)
        {
            return right == mySql && left == sqlite;
        }

        _forward.Add((domain, sqlite), mySql);
        _backward.Add((domain, mySql), sqlite);
        return true;
    }

    private static string Kind(string value) => value[..Math.Max(value.IndexOfAny([':', '#']), 0)];

    /// <summary>Version 4 (random) or 7 (clock and random): no two runs make the same one.</summary>
    private static bool IsRandom(string value) => value.StartsWith("g:", StringComparison.Ordinal) && value.Length == 38 && value[16] is '4' or '7';
}
