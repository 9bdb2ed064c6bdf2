using System.Text.RegularExpressions;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Behaviour;

/// <summary>A probe and the parts of the model that its answer covers.</summary>
/// <param name="Probe">The probe.</param>
/// <param name="Objects">The columns, indexes and so on, sorted.</param>
/// <param name="Subject">The property, or null for what is none.</param>
public sealed record PlannedProbe(Probe Probe, IReadOnlyList<ObjectPath> Objects, ProbeSubject? Subject = null)
{
    /// <summary>What is special about each value that it writes.</summary>
    public IReadOnlyDictionary<string, ValueTrait> Traits { get; init; } = new Dictionary<string, ValueTrait>();

    /// <summary>The object it is about, for what is not a property.</summary>
    public ProbeObject? Object { get; init; }

    /// <summary>Why neither engine can be asked, or null.</summary>
    public string? OutOfReach { get; init; }

    /// <summary>The probe with both engines' answers; it is not run where neither can be asked.</summary>
    public ProbePair Unasked()
    {
        var outcome = new ProbeOutcome { Probe = Probe.Id, Blocked = new ProbeError(ProbeErrorKind.NotShown, nameof(OutOfReach), OutOfReach!) };
        return new ProbePair(this, outcome, outcome);
    }
}

/// <summary>
/// Decides what is asked of both engines, from both models, so that both are asked the same. Properties with the same mapping are probed once.
/// </summary>
public sealed class ProbePlanner
{
    private static readonly ProbeKind[] Equality = [ProbeKind.Equal, ProbeKind.NotEqual, ProbeKind.In, ProbeKind.Distinct, ProbeKind.Group];
    private static readonly ProbeKind[] Comparison = [ProbeKind.Less, ProbeKind.Greater, ProbeKind.Order, ProbeKind.OrderDescending, ProbeKind.Max, ProbeKind.Min];
    private static readonly ProbeKind[] TextSearch =
    [
        ProbeKind.StartsWith, ProbeKind.Contains, ProbeKind.EndsWith, ProbeKind.IndexOf, ProbeKind.ToUpper, ProbeKind.ToLower, ProbeKind.Length, ProbeKind.Trim, ProbeKind.Substring,
    ];

    private const int MostEdges = 24;

    private readonly IReadOnlyList<ProbeSubject> _subjects;
    private readonly IReadOnlyList<ProbeObject> _objects;
    private int _count;

    /// <summary>Plans for two models.</summary>
    public ProbePlanner(ProbeSurface sqlite, ProbeSurface mySql)
    {
        _subjects = ProbeSubject.Pair(sqlite, mySql);
        var (left, right) = (sqlite.Objects.Select(Identity).ToHashSet(), mySql.Objects.Select(Identity).ToHashSet());
        // What only one model has is a finding of its catalog, but for what no catalog shows: then both are asked.
        _objects = [.. sqlite.Objects.Concat(mySql.Objects).Where(one => IsUnseen(one) || (left.Contains(Identity(one)) && right.Contains(Identity(one)))).DistinctBy(Identity)];
    }

    /// <summary>What can be asked without knowing which rows can be made: rows themselves, and all that is no single property.</summary>
    public IReadOnlyList<PlannedProbe> Objects() =>
    [
        // Generated keys first: every other row would move them on.
        .. from one in _objects
           orderby one.Kind == ProbeKind.GeneratedKey ? 0 : 1, one.Object.ToString(), one.Kind
           let arguments = Arguments(one)
           select new PlannedProbe(
               new Probe { Id = NextId(), Kind = one.Kind, Entity = one.Entity, Name = one.Name, Arguments = arguments },
               [one.Object])
           {
               Object = one,
               OutOfReach = one.Kind == ProbeKind.Check && arguments.Count == 1 ? "it names no column of which values are known that it could refuse" : null,
           },
    ];

    /// <summary>Round trips: one property for each distinct mapping.</summary>
    /// <param name="writable">Entity types of which both engines take rows.</param>
    public IReadOnlyList<PlannedProbe> RoundTrips(IReadOnlySet<string> writable) =>
    [
        .. from mapping in _subjects.GroupBy(subject => subject.Signature, StringComparer.Ordinal)
           let subject = Representative(mapping, writable)
           let values = ProbeValueSets.Of(subject)
           select new PlannedProbe(
               new Probe { Id = NextId(), Kind = ProbeKind.RoundTrip, Entity = subject.Sqlite.Entity, Name = subject.Sqlite.Name, ValueKind = subject.Kind, Values = [.. values.Select(value => value.Text)] },
               Objects(mapping),
               subject)
           {
               Traits = values.Where(value => value.Text is not null).ToDictionary(value => value.Text!, value => value.Trait, StringComparer.Ordinal),
               OutOfReach = subject.OutOfReach ?? (values.All(value => value.Text is null) ? subject.NoValues : null),
           },
    ];

    /// <summary>Queries over values that both engines keep: what they find differently is the queries' doing.</summary>
    /// <param name="writable">Entity types of which both engines take rows.</param>
    /// <param name="isKept">Whether a value of a property with the same mapping came back the same on both.</param>
    public IReadOnlyList<PlannedProbe> Queries(IReadOnlySet<string> writable, Func<ProbeSubject, string, bool> isKept)
    {
        var planned = new List<PlannedProbe>();
        foreach (var shape in _subjects.GroupBy(subject => subject.QueryShape, StringComparer.Ordinal))
        {
            // The longest column takes the most values.
            var subject = Representative(shape.OrderByDescending(one => one.Limit ?? int.MaxValue), writable);
            var known = ProbeValueSets.Of(subject);
            if (subject.OutOfReach is not null || known.All(value => value.Text is null))
            {
                continue; // Its round trip says so.
            }

            var kept = known.Where(value => value.Text is null || (isKept(subject, value.Text) && value.Text.Length < 200)).ToList();
            var values = kept.Where(value => value.Trait != ValueTrait.Nul).Select(value => value.Text).ToList();
            foreach (var kind in KindsOf(subject).OrderBy(kind => kind == ProbeKind.Add ? 1 : 0))
            {
                planned.Add(new PlannedProbe(
                    new Probe
                    {
                        Id = NextId(),
                        Kind = kind,
                        Entity = subject.Sqlite.Entity,
                        Name = subject.Sqlite.Name,
                        ValueKind = subject.Kind,
                        // SQLite computes with milliseconds.
                        Values = kind == ProbeKind.Add ? [.. values.Where(value => value is not null && (!value.Contains('.', StringComparison.Ordinal) || value.Contains(".0000000", StringComparison.Ordinal)))] : values,
                        Arguments = ArgumentsOf(kind, subject, values),
                    },
                    Objects(shape),
                    subject));
            }

            // Apart from the others: to SQLite's functions such a text ends early.
            if (kept.FirstOrDefault(value => value.Trait == ValueTrait.Nul) is { Text: { } nul } && KindsOf(subject).Contains(ProbeKind.Length))
            {
                planned.Add(new PlannedProbe(
                    new Probe { Id = NextId(), Kind = ProbeKind.Length, Entity = subject.Sqlite.Entity, Name = subject.Sqlite.Name, ValueKind = subject.Kind, Values = [nul] }, Objects(shape), subject));
            }
        }

        return planned;
    }

    private static (ProbeKind, string, string) Identity(ProbeObject one) => (one.Kind, one.Entity, one.Name);

    private static bool IsUnseen(ProbeObject one) => one.Kind is ProbeKind.Token or ProbeKind.Filter;

    private string NextId() => $"p{++_count}";

    private static IReadOnlyList<ObjectPath> Objects(IEnumerable<ProbeSubject> subjects) =>
        [.. subjects.Select(subject => subject.Object).Distinct().OrderBy(path => path.ToString(), StringComparer.Ordinal)];

    /// <summary>One whose values no key, index or check gets into the way of, that takes NULL as well.</summary>
    private static ProbeSubject Representative(IEnumerable<ProbeSubject> subjects, IReadOnlySet<string> writable) => subjects
        .OrderByDescending(subject => writable.Contains(subject.Sqlite.Entity) ? 1 : 0)
        .ThenByDescending(subject => subject.Sqlite.IsFree && subject.MySql.IsFree ? 1 : 0)
        .ThenBy(subject => subject.Sqlite.IsKey ? 1 : 0)
        .ThenByDescending(subject => subject.Sqlite.IsNullable ? 1 : 0)
        .First();

    private static ProbeKind[] KindsOf(ProbeSubject subject) => subject.Kind switch
    {
        ProbeValueKind.Spelled or ProbeValueKind.Other => [ProbeKind.Equal, ProbeKind.NotEqual],
        _ when subject.Kind is ProbeValueKind.Text or ProbeValueKind.Char && subject.Sqlite.IsOwnType => [.. Equality, ProbeKind.Order],
        _ when subject.Sqlite.IsOwnType && subject.Kind != ProbeValueKind.Collection => Equality,
        ProbeValueKind.Text when subject.Sqlite.IsConverted => [.. Equality, ProbeKind.Order, ProbeKind.OrderDescending],
        ProbeValueKind.Text => [.. Equality, .. Comparison, .. TextSearch],
        ProbeValueKind.Char => [.. Equality, ProbeKind.Order],
        ProbeValueKind.Bool or ProbeValueKind.Bytes => [ProbeKind.Equal, ProbeKind.NotEqual, ProbeKind.Distinct],
        ProbeValueKind.Guid or ProbeValueKind.Enum => [.. Equality, ProbeKind.Order],
        ProbeValueKind.Int or ProbeValueKind.Long when !subject.Sqlite.IsConverted =>
            [.. Equality, .. Comparison, ProbeKind.Sum, ProbeKind.Average, ProbeKind.Divide, ProbeKind.Remainder, .. subject.Kind == ProbeValueKind.Long ? [ProbeKind.Increment] : Array.Empty<ProbeKind>()],
        ProbeValueKind.Float or ProbeValueKind.Double or ProbeValueKind.Decimal when !subject.Sqlite.IsConverted => [.. Equality, .. Comparison, ProbeKind.Sum, ProbeKind.Average],
        ProbeValueKind.DateTime or ProbeValueKind.Date when !subject.Sqlite.IsStoredOtherwise && !subject.MySql.IsStoredOtherwise => [.. Equality, .. Comparison, ProbeKind.Part, ProbeKind.Add],
        ProbeValueKind.Collection => [ProbeKind.Holds],
        _ => [.. Equality, .. Comparison],
    };

    private static IReadOnlyList<string> ArgumentsOf(ProbeKind kind, ProbeSubject subject, List<string?> values) => kind switch
    {
        ProbeKind.Less or ProbeKind.Greater or ProbeKind.NotEqual => [.. values.OfType<string>().Where((_, index) => index % 3 == 0)],
        ProbeKind.StartsWith => ["a", "A", "e", "É", "a_", "%"],
        ProbeKind.Contains => ["b", "B", "E", "é", "%", "_"],
        ProbeKind.EndsWith => ["c", "C", "E", "é"],
        ProbeKind.IndexOf => ["b", "E"],
        ProbeKind.Divide => ["3", "-3"],
        ProbeKind.Part when subject.Kind == ProbeValueKind.Date => ["Year", "Month", "Day", "DayOfWeek", "DayOfYear"],
        ProbeKind.Part => ["Year", "Month", "Day", "Hour", "Minute", "Second", "Millisecond", "DayOfWeek", "DayOfYear", "Date"],
        ProbeKind.Add when subject.Kind == ProbeValueKind.Date => ["AddDays"],
        ProbeKind.Add => ["AddDays", "AddHours", "AddMinutes", "AddSeconds"],
        _ => [],
    };

    private IReadOnlyList<string> Arguments(ProbeObject one) => one.Kind switch
    {
        ProbeKind.Unique =>
        [
            "",
            .. from name in one.Properties
               let subject = Find(one.Entity, name)
               where subject is not null
               from pair in Twins(subject)
               select $"{name}\u001f{pair.Left}\u001f{pair.Right}",
        ],
        ProbeKind.Check or ProbeKind.Computed or ProbeKind.Filter =>
        [
            // A row as it is made, whatever can be varied.
            "",
            .. from name in one.Properties
               let reference = name.Split('.')[0]
               let subject = one.Principals.TryGetValue(reference, out var principal) ? Find(principal, name[(reference.Length + 1)..]) : Find(one.Entity, name)
               where subject is not null
               from value in Edges(one, subject)
               select $"{name}\u001f{value}",
        ],
        _ => [],
    };

    private ProbeSubject? Find(string entity, string name) => _subjects.FirstOrDefault(subject => subject.Sqlite.Entity == entity && subject.Sqlite.Name == name)
        ?? _subjects.FirstOrDefault(subject => subject.Sqlite.Name == name && entity.StartsWith(subject.Sqlite.Entity, StringComparison.Ordinal));

    private static IEnumerable<(string Left, string Right)> Twins(ProbeSubject subject)
    {
        IEnumerable<(string Left, string Right)> pairs = subject.Kind switch
        {
            ProbeValueKind.Text => [("qa", "QA"), ("qe", "qé"), ("q", "q "), ("qss", "qß"), ("qé", "qe\u0301"), ("qa@b.example", "QA@b.example")],
            ProbeValueKind.Char => [("q", "Q")],
            ProbeValueKind.DateTime => [("2021-03-04T05:06:07.1234561", "2021-03-04T05:06:07.1234562")],
            ProbeValueKind.DateTimeOffset => [("2021-03-04T05:06:07.0000000+00:00", "2021-03-04T06:06:07.0000000+01:00")],
            ProbeValueKind.Float => [("123456.79", "123457")],
            _ => [],
        };
        var limit = subject.Limit ?? int.MaxValue;
        foreach (var pair in pairs.Where(pair => pair.Left.Length <= limit && pair.Right.Length <= limit))
        {
            yield return pair;
        }

        if (subject.Sqlite.IsNullable)
        {
            yield return ("\u0000", "\u0000");
        }
    }

    /// <summary>Values around the literals of an expression, and some at which the dialects part.</summary>
    private static IEnumerable<string> Edges(ProbeObject one, ProbeSubject subject)
    {
        var literals = Regex.Matches(one.Definition ?? "", @"'(?<text>(?:[^']|'')*)'|""(?<text>[^""]*)""|(?<![\w.'])\d+(?:\.\d+)?", RegexOptions.CultureInvariant).ToList();
        var texts = literals.Where(match => match.Groups["text"].Success).Select(match => match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)).ToList();
        var numbers = literals.Where(match => !match.Groups["text"].Success && decimal.TryParse(match.Value, out _)).Select(match => decimal.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        IEnumerable<string> values = subject.Kind switch
        {
            ProbeValueKind.Text => [.. texts, .. texts.Select(text => text.ToUpperInvariant()), .. texts.Select(text => text.ToLowerInvariant()), .. numbers.Where(number => number is >= 1 and <= 40).SelectMany(number => (string[])[new string('a', (int)number), new string('é', (int)number)]), "abc", "ABC", "é", "a b", ""],
            ProbeValueKind.Bool => ["true", "false"],
            ProbeValueKind.Byte or ProbeValueKind.UShort or ProbeValueKind.UInt or ProbeValueKind.ULong => Numbers(numbers, "0", "1", "2", "7").Where(text => !text.StartsWith('-')),
            ProbeValueKind.SByte or ProbeValueKind.Short or ProbeValueKind.Int or ProbeValueKind.Long => Numbers(numbers, "-1", "0", "1", "2", "7").Where(text => !text.Contains('.', StringComparison.Ordinal)),
            ProbeValueKind.Decimal or ProbeValueKind.Double or ProbeValueKind.Float => Numbers(numbers, "-1", "0", "0.5", "1", "9", "20").Where(text => Fits(subject, text)),
            ProbeValueKind.DateTime => [.. texts.Select(text => text.Replace(' ', 'T')), "2000-01-01T00:00:00", "2020-01-01T00:00:00", "2020-06-15T12:00:00", "2100-01-01T00:00:00"],
            ProbeValueKind.DateTimeOffset => ["2000-01-01T00:00:00+00:00", "2020-06-15T12:00:00+00:00", "2100-01-01T00:00:00+00:00"],
            ProbeValueKind.Date => [.. texts, "2000-01-01", "2020-01-01", "2100-01-01"],
            ProbeValueKind.Enum => subject.Sqlite.Members.Take(12),
            _ => ProbeValueSets.Of(subject).Where(value => value is { Text: not null, Trait: ValueTrait.Plain }).Select(value => value.Text!).Take(MostEdges),
        };
        var limit = subject.Limit ?? int.MaxValue;
        return values.Where(value => value.Length <= limit).Append("\u0000").Where(value => value != "\u0000" || subject.Sqlite.IsNullable).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Numbers(List<decimal> literals, params string[] more) =>
        [.. literals.Where(number => number < 100_000).SelectMany(number => (decimal[])[number, number - 1, number + 1, number / 2]).Select(number => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)), .. more];

    private static bool Fits(ProbeSubject subject, string text)
    {
        if (subject.Kind != ProbeValueKind.Decimal)
        {
            return true;
        }

        var (precision, scale) = subject.Digits;
        var parts = text.TrimStart('-').Split('.');
        return parts[0].Length <= precision - scale && (parts.Length == 1 || parts[1].Length <= scale);
    }
}
