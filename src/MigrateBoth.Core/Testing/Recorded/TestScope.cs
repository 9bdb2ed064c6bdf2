using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Collects what is found while one test's two recordings are compared.</summary>
internal sealed class TestScope(TestId test, Volatility sqlite, Volatility mySql)
{
    private readonly List<TestDifference> _differences = [];
    private readonly List<RecordedCommand> _earlier = [];
    private readonly HashSet<string> _volatile = new(StringComparer.Ordinal);

    public IReadOnlyList<TestDifference> Differences => _differences;

    /// <summary>How many single facts were compared.</summary>
    public int Facts { get; private set; }

    /// <summary>The one engine on which the test failed, or null.</summary>
    public Engine? Failed { get; init; }

    /// <summary>The engines on which a query of the test was not translated.</summary>
    public IReadOnlyList<Engine> Untranslated { get; init; } = [];

    public Correspondence Pairs { get; } = new();

    public void Count(int facts) => Facts += facts;

    /// <summary>Whether a place varies by itself on both engines; on one alone it would be the difference that is looked for.</summary>
    public bool IsVolatile(TestEvent left, TestEvent right, string place) => sqlite.IsVolatile(left.Index, place) && mySql.IsVolatile(right.Index, place);

    /// <summary>The places that were excused.</summary>
    public IReadOnlyList<string> Volatile => [.. _volatile.Order(StringComparer.Ordinal)];

    /// <summary>Whether two values differ only because the place varies by itself. An excuse is noted: the report names it.</summary>
    public bool Excuses(TestEvent left, TestEvent right, string place, string? sqliteValue, string? mySqlValue, bool isWritten = false) =>
        IsVolatile(left, right, place)
        && (isWritten || !LosesTicks(left, right, place, mySqlValue))
        && !Clocks.AreInOtherZones(sqliteValue, left.At, mySqlValue, right.At)
        && Pairs.PairVolatile($"{left.Index} {place}", sqliteValue, mySqlValue)
        && Note(left, place);

    /// <summary>A clock shows another time in every run, and still has to come back with all the digits it was saved with (C-32).</summary>
    private bool LosesTicks(TestEvent left, TestEvent right, string place, string? read) =>
        read is not null && Clocks.IsTime(read) && Clocks.Digits(read) < 7
        && (sqlite.ReadsTicks(left.Index, place) || (mySql.WroteTicks(read) && !mySql.ReadsTicks(right.Index, place)));

    /// <summary>Whether rows come in another order only because their order varies by itself.</summary>
    public bool ExcusesOrder(TestEvent left, TestEvent right) => IsVolatile(left, right, Volatility.Order) && Note(left, Volatility.Order);

    private bool Note(TestEvent left, string place)
    {
        _volatile.Add($"{left.Description}, {place}");
        return true;
    }

    /// <summary>Records what MySQL did, for causes that occur earlier than the symptom.</summary>
    public void Passed(TestEvent mySqlEvent)
    {
        if (mySqlEvent is CommandEvent { Command: var command })
        {
            _earlier.Add(command);
        }
    }

    /// <summary>Records a difference, with its cause if it is known.</summary>
    public void Add(TestDifferenceKind kind, string? where, string? left, string? right, Symptom symptom, string? detail = null, Engine? engine = null) =>
        _differences.Add(new TestDifference
        {
            Kind = kind,
            Test = test,
            Engine = engine,
            Where = where,
            Sqlite = left,
            MySql = right,
            Detail = detail,
            Cause = CauseCatalog.Find(symptom with { Kind = kind, Earlier = _earlier, Untranslated = Untranslated, IsFirst = _differences.Count == 0 }),
        });
}
