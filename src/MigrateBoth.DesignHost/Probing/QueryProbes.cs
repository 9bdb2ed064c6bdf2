using System.Collections;
using System.Globalization;
using System.Linq.Expressions;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of what queries find of a property's values.</summary>
/// <param name="source">Rows with the property.</param>
/// <param name="commands">The last command of the context.</param>
internal sealed class QueryProbes(ProbeSource source, CommandCapture commands)
{
    // The key of each written row, with the value's text.
    private readonly Dictionary<string, string?> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _unwritten = [];
    private string? _linq;
    private string? _sql;

    private Type MemberType => source.Property.ClrType;

    private Type ValueType => Nullable.GetUnderlyingType(MemberType) ?? MemberType;

    /// <summary>Writes the rows that queries are asked about. What cannot be written is left out: the round trip has told.</summary>
    public void Prepare(IReadOnlyList<string?> values)
    {
        if (values.All(value => value is null))
        {
            source.Ensure();
            throw new NothingShownException("no value of it came back the same from both engines, so that there is nothing to query");
        }

        Exception? first = null;
        foreach (var text in values)
        {
            source.Context.ChangeTracker.Clear();
            try
            {
                if (source.TryParse(text, out var value))
                {
                    _rows[source.Write(value).Key] = text;
                }
            }
            catch (Exception exception) when (exception is not (NoAnswerException or ServerLostException))
            {
                source.Context.ChangeTracker.Clear();
                first ??= exception;
                if (text is not null)
                {
                    _unwritten.Add(text);
                }
            }
        }

        source.Context.ChangeTracker.Clear();
        if (_rows.Values.All(value => value is null))
        {
            throw new NothingShownException($"no row with a value of it could be written, so that there is nothing to query{(first is null ? "" : $": {ProbeErrors.Of(first).Message}")}");
        }
    }

    /// <summary>Runs one kind of query over the rows.</summary>
    public ProbeOutcome Ask(Probe probe)
    {
        (_linq, _sql) = (null, null);
        var answers = probe.Kind switch
        {
            ProbeKind.Equal => Each(probe, Expression.Equal, "=="),
            ProbeKind.NotEqual => Each(probe, Expression.NotEqual, "!="),
            ProbeKind.Less => Each(probe, Expression.LessThan, "<"),
            ProbeKind.Greater => Each(probe, Expression.GreaterThan, ">"),
            ProbeKind.In => [QueryParts.Guarded("list", () => InList(probe))],
            ProbeKind.Order => [QueryParts.Guarded("rows", () => Ordered(nameof(Queryable.OrderBy), probe))],
            ProbeKind.OrderDescending => [QueryParts.Guarded("rows", () => Ordered(nameof(Queryable.OrderByDescending), probe))],
            ProbeKind.Distinct => [QueryParts.Guarded("rows", DistinctValues)],
            ProbeKind.Group => [QueryParts.Guarded("rows", GroupedValues)],
            ProbeKind.Max or ProbeKind.Min or ProbeKind.Sum or ProbeKind.Average => [QueryParts.Guarded("rows", () => [Aggregate(probe)])],
            ProbeKind.StartsWith or ProbeKind.Contains or ProbeKind.EndsWith => EachArgument(probe, Searching),
            ProbeKind.IndexOf => EachArgument(probe, Finding),
            ProbeKind.ToUpper or ProbeKind.ToLower or ProbeKind.Trim => [QueryParts.Guarded("rows", () => PerRow(row => Expression.Call(row, typeof(string).GetMethod(probe.Kind.ToString(), [])!), $".{probe.Kind}()"))],
            ProbeKind.Length => [QueryParts.Guarded("rows", () => PerRow(row => Expression.Property(row, nameof(string.Length)), ".Length"))],
            ProbeKind.Substring => [QueryParts.Guarded("rows", () => PerRow(row => Expression.Call(row, typeof(string).GetMethod(nameof(string.Substring), [typeof(int)])!, Expression.Constant(1)), ".Substring(1)"))],
            ProbeKind.Part => [.. probe.Arguments.Select(part => QueryParts.Guarded(part, () => PerRow(row => Expression.Property(row, part), $".{part}")))],
            ProbeKind.Add => [.. probe.Arguments.Select(method => QueryParts.Guarded(method, () => PerRow(row => QueryParts.Adding(row, method), $".{method}(1)")))],
            ProbeKind.Divide => EachArgument(probe, Dividing),
            ProbeKind.Remainder => [QueryParts.Guarded("rows", () => PerRow(row => Expression.Modulo(row, Typed(3)), " % 3"))],
            ProbeKind.Increment => [QueryParts.Guarded("rows", () => PerRow(row => Expression.Add(row, Typed(1)), " + 1"))],
            ProbeKind.Holds => Held(),
            _ => throw new NotSupportedException($"The probe {probe.Kind} is not about a property."),
        };
        return new ProbeOutcome { Probe = probe.Id, Answers = answers, Unwritten = _unwritten, Linq = _linq, Sql = _sql };
    }

    private List<ProbeAnswer> Each(Probe probe, Func<Expression, Expression, Expression> compare, string sign)
    {
        var answers = new List<ProbeAnswer>();
        var asked = probe.Arguments.Count > 0 ? probe.Arguments : probe.Values;
        foreach (var text in asked.Where(text => text is not null))
        {
            if (source.TryParse(text, out var value))
            {
                answers.Add(QueryParts.Guarded(text, () => Found(row => QueryParts.Comparison(row, value, compare, probe.Recipe), $"{source.Names.Member} {sign} {Shown(text)}")));
            }
        }

        return answers;
    }

    private IReadOnlyList<string?> InList(Probe probe)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(MemberType))!;
        // Half of them, so that others are not in it, and the last, which is the greatest of its type.
        var last = probe.Values.LastOrDefault(text => text is not null);
        foreach (var text in probe.Values.Where((text, index) => index % 2 == 0 || text == last))
        {
            if (source.TryParse(text, out var value))
            {
                list.Add(value);
            }
        }

        return Found(row => Expression.Call(PropertyPath.Parameter(list, list.GetType()), list.GetType().GetMethod(nameof(IList.Contains), [MemberType])!, row), $"list.Contains({source.Names.Member})");
    }

    private List<string?> Ordered(string method, Probe probe)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var member = source.Member(row);
        var cast = probe.Recipe?.Mapping == RecipeMapping.CastToDouble;
        var ordered = QueryParts.Call(source.Rows, method, Expression.Lambda(cast ? Expression.Convert(member, typeof(double)) : member, row));
        var query = Shown(QueryParts.Call(ordered, nameof(Queryable.Select), source.Select(row, member)), $"{source.Names.Set}.{method}(x => {(cast ? "(double)" : "")}{source.Names.Member})");
        return [.. QueryParts.Untied(Enumerable.Cast<object?[]>(query).Select(values => (Key: ProbeSource.KeyText(values[..source.KeyLength]), Value: source.Format(values[^1])))
            .Where(found => _rows.ContainsKey(found.Key)).Select(found => (Tag: _rows[found.Key] ?? "NULL", found.Value)))];
    }

    private IReadOnlyList<string?> DistinctValues()
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var values = QueryParts.Call(source.Rows, nameof(Queryable.Select), Expression.Lambda(source.Member(row), row));
        var query = values.Provider.CreateQuery(Expression.Call(typeof(Queryable), nameof(Queryable.Distinct), [values.ElementType], values.Expression));
        return Known(Read(query, $"{source.Names.Set}.Select(x => {source.Names.Member}).Distinct()").Select(value => (value, "")));
    }

    private IReadOnlyList<string?> GroupedValues()
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var grouped = QueryParts.Call(source.Rows, nameof(Queryable.GroupBy), Expression.Lambda(source.Member(row), row));
        var group = Expression.Parameter(grouped.ElementType, "g");
        var count = Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [source.Rows.ElementType], group);
        var selected = QueryParts.Call(grouped, nameof(Queryable.Select), Expression.Lambda(
            Expression.NewArrayInit(typeof(object), Expression.Convert(Expression.Property(group, "Key"), typeof(object)), Expression.Convert(count, typeof(object))), group));
        return Known(Read(selected, $"{source.Names.Set}.GroupBy(x => {source.Names.Member}).Select(g => new {{ g.Key, Count = g.Count() }})")
            .Cast<object?[]>().Select(pair => (pair[0], $" × {pair[1]}")));
    }

    /// <summary>Only values that this probe has written count: the table may hold others.</summary>
    private List<string?> Known(IEnumerable<(object? Value, string Suffix)> values)
    {
        var written = _rows.Values.ToHashSet();
        return
        [
            .. values.Select(pair => (Text: Texts(pair.Value).FirstOrDefault(written.Contains), pair.Value, pair.Suffix))
                .Where(found => found.Text is not null || (found.Value is null && written.Contains(null)))
                .Select(found => (found.Text ?? "NULL") + found.Suffix)
                .Order(StringComparer.Ordinal),
        ];
    }

    // One value has several spellings, of which the probe has used one.
    private IEnumerable<string?> Texts(object? value) =>
        _rows.Values.Where(text => source.Format(value) == TextOf(text));

    private string? TextOf(string? text) =>
        source.TryParse(text, out var value) ? source.Format(value) : text;

    private string? Aggregate(Probe probe)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var member = source.Member(row);
        Expression selected = probe.Recipe?.Mapping == RecipeMapping.CastToDouble ? Expression.Convert(member, typeof(double)) : member;
        var rows = source.Rows;
        if (probe.Kind is ProbeKind.Sum or ProbeKind.Average)
        {
            var limit = Parse("1000");
            rows = QueryParts.Call(rows, nameof(Queryable.Where), Expression.Lambda(
                Expression.AndAlso(Expression.LessThan(member, PropertyPath.Parameter(limit, MemberType)), Expression.GreaterThanOrEqual(member, PropertyPath.Parameter(Parse("0"), MemberType))), row));
        }

        var lambda = Expression.Lambda(selected, row);
        var call = probe.Kind is ProbeKind.Max or ProbeKind.Min
            ? Expression.Call(typeof(Queryable), probe.Kind.ToString(), [rows.ElementType, selected.Type], rows.Expression, Expression.Quote(lambda))
            : Expression.Call(typeof(Queryable), probe.Kind.ToString(), [rows.ElementType], rows.Expression, Expression.Quote(lambda));
        _linq ??= $"{source.Names.Set}{(ReferenceEquals(rows, source.Rows) ? "" : ".Where(x => …)")}.{probe.Kind}(x => {(selected == member ? "" : "(double)")}{source.Names.Member})";
        var result = rows.Provider.Execute(call);
        _sql ??= commands.Last;
        return probe.Kind switch
        {
            ProbeKind.Average => Math.Round(Convert.ToDecimal(result, CultureInfo.InvariantCulture), 3).ToString("0.###", CultureInfo.InvariantCulture),
            ProbeKind.Sum when result is double or float => Convert.ToDouble(result, CultureInfo.InvariantCulture).ToString("G6", CultureInfo.InvariantCulture),
            _ => source.Format(result),
        };
    }

    private object? Parse(string text) => source.TryParse(text, out var value) ? value : null;

    private static List<ProbeAnswer> EachArgument(Probe probe, Func<Probe, string, IReadOnlyList<string?>> ask) =>
        [.. probe.Arguments.Select(argument => QueryParts.Guarded(argument, () => ask(probe, argument)))];

    private IReadOnlyList<string?> Searching(Probe probe, string argument) =>
        Found(row => Expression.Call(row, typeof(string).GetMethod(probe.Kind.ToString(), [typeof(string)])!, PropertyPath.Parameter(argument, typeof(string))), $"{source.Names.Member}.{probe.Kind}({Shown(argument)})");

    private IReadOnlyList<string?> Finding(Probe probe, string argument) =>
        PerRow(row => Expression.Call(row, typeof(string).GetMethod(nameof(string.IndexOf), [typeof(string)])!, PropertyPath.Parameter(argument, typeof(string))), $".IndexOf({Shown(argument)})");

    private IReadOnlyList<string?> Dividing(Probe probe, string argument)
    {
        var isExact = probe.Recipe?.Mapping == RecipeMapping.ExactDivision;
        return Found(
            member => Expression.Equal(
                Expression.Divide(isExact ? Expression.Subtract(QueryParts.Unwrapped(member), Expression.Modulo(QueryParts.Unwrapped(member), Typed(2))) : QueryParts.Unwrapped(member), Typed(2)),
                Typed(int.Parse(argument, CultureInfo.InvariantCulture))),
            isExact ? $"({source.Names.Member} - {source.Names.Member} % 2) / 2 == {argument}" : $"{source.Names.Member} / 2 == {argument}");
    }

    /// <summary>Each element of the collections that were written.</summary>
    private List<ProbeAnswer> Held()
    {
        var element = source.Property.GetElementType()!.ClrType;
        var values = _rows.Values.SelectMany(text => source.TryParse(text, out var list) && list is IEnumerable items ? items.Cast<object?>() : [])
            .OfType<object>().DistinctBy(value => ProbeValues.Format(value), StringComparer.Ordinal).Take(20).ToList();
        return values.Count == 0
            ? throw new NothingShownException("no element of it is known that could be looked for")
            : values.ConvertAll(value => QueryParts.Guarded(ProbeValues.Format(value), () => Found(
                row => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [element], row, PropertyPath.Parameter(value, element)),
                $"{source.Names.Member}.Contains({Shown(ProbeValues.Format(value))})")));
    }

    private ConstantExpression Typed(int number) => Expression.Constant(Convert.ChangeType(number, ValueType, CultureInfo.InvariantCulture), ValueType);

    /// <summary>A value for each row that has one, in the order of the values that were written.</summary>
    private List<string?> PerRow(Func<Expression, Expression> value, string text)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var member = source.Member(row);
        var rows = source.Rows;
        if (source.Property.IsNullable)
        {
            rows = QueryParts.Call(rows, nameof(Queryable.Where), Expression.Lambda(Expression.NotEqual(member, Expression.Constant(null, MemberType)), row));
        }

        var selected = source.Select(row, value(QueryParts.Unwrapped(member)));
        var query = Shown(QueryParts.Call(rows, nameof(Queryable.Select), selected), $"{source.Names.Set}.Select(x => {source.Names.Member}{text})");
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (object?[] values in query)
        {
            found[ProbeSource.KeyText(values[..source.KeyLength])] = ProbeValues.Format(values[^1] is DateTime time ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : values[^1]);
        }

        return [.. _rows.Where(pair => found.ContainsKey(pair.Key)).Select(pair => $"{Shown(pair.Value)}: {found[pair.Key]}").Order(StringComparer.Ordinal)];
    }

    private IReadOnlyList<string?> Found(Func<Expression, Expression> condition, string text)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var member = source.Member(row);
        var filtered = QueryParts.Call(source.Rows, nameof(Queryable.Where), Expression.Lambda(condition(member), row));
        return [.. Tags(Shown(QueryParts.Call(filtered, nameof(Queryable.Select), source.Select(row)), $"{source.Names.Set}.Where(x => {text})")).Order(StringComparer.Ordinal)];
    }

    private List<string?> Tags(IQueryable query)
    {
        var tags = new List<string?>();
        foreach (object?[] key in query)
        {
            if (_rows.TryGetValue(ProbeSource.KeyText(key), out var text))
            {
                tags.Add(text ?? "NULL");
            }
        }

        return tags;
    }

    private IQueryable Shown(IQueryable query, string linq)
    {
        _linq ??= linq;
        _sql ??= query.ToQueryString();
        return query;
    }

    private IEnumerable<object?> Read(IQueryable query, string linq) => Enumerable.Cast<object?>(Shown(query, linq));

    private static string Shown(string? text) => text is null ? "null" : $"\"{text}\"";
}
