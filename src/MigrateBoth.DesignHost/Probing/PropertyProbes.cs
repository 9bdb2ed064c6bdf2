using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of one property: what is read back, and what queries find.</summary>
/// <param name="source">Rows with the property.</param>
/// <param name="commands">The last command of the context.</param>
internal sealed class PropertyProbes(ProbeSource source, CommandCapture commands)
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    // The key of each written row, with the value's text.
    private readonly Dictionary<string, string?> _rows = new(StringComparer.Ordinal);
    private string? _linq;
    private string? _sql;

    private const string Lost = "(the row is not found by its key)";

    private Type MemberType => source.Property.ClrType;

    private Type ValueType => Nullable.GetUnderlyingType(MemberType) ?? MemberType;

    /// <summary>Writes each value in a row of its own and reads it back.</summary>
    /// <param name="probe">The values.</param>
    /// <param name="isolate">Takes back what a step wrote.</param>
    public ProbeOutcome RoundTrip(Probe probe, Action<Action> isolate)
    {
        // Under a unique index one value must not stand in the way of the next.
        var isUnique = source.Property.GetContainingKeys().Any() || source.Property.GetContainingIndexes().Any(index => index.IsUnique);
        var written = new List<(ProbeAnswer Answer, string? Key)>();
        string? sql = null;
        foreach (var text in probe.Values)
        {
            if (!ProbeValues.TryParse(source.Property, probe.ValueKind, text, out var value))
            {
                continue;
            }

            source.Context.ChangeTracker.Clear();
            if (isUnique)
            {
                isolate(() =>
                {
                    var (answer, key) = Write(text, value);
                    source.Context.ChangeTracker.Clear();
                    written.Add((key is null ? answer : Guarded(text, () => [ReadOne(key)]) with { Written = answer.Written }, null));
                });
            }
            else
            {
                written.Add(Write(text, value));
            }

            sql = commands.LastWrite ?? sql;
        }

        source.Context.ChangeTracker.Clear();
        var read = isUnique ? null : ReadAll();
        return new ProbeOutcome
        {
            Probe = probe.Id,
            Answers =
            [
                .. written.Select(write => write.Key is null ? write.Answer
                    : read is null ? Guarded(write.Answer.Input, () => [ReadOne(write.Key)]) with { Written = write.Answer.Written }
                    : write.Answer with { Rows = [read.TryGetValue(write.Key, out var found) ? found : Lost] }),
            ],
            Linq = $"context.Add(new {{ {source.Names.Member[2..]} = value }}); context.SaveChanges(); {source.Names.Set}.Select(x => {source.Names.Member})",
            Sql = sql,
        };
    }

    private (ProbeAnswer Answer, string? Key) Write(string? text, object? value)
    {
        try
        {
            var (written, key) = source.Write(value);
            var before = ProbeValues.Format(value, source.Property);
            var after = ProbeValues.Format(written, source.Property);
            return (new ProbeAnswer(text, null, Written: before == after ? null : after), key);
        }
        catch (Exception exception) when (exception is not RowNotMadeException)
        {
            return (new ProbeAnswer(text, null, ProbeErrors.Of(exception)), null);
        }
    }

    /// <summary>Writes the rows that queries are asked about. What cannot be written is left out: the round trip has told.</summary>
    public void Prepare(ProbeValueKind kind, IReadOnlyList<string?> values)
    {
        foreach (var text in values)
        {
            source.Context.ChangeTracker.Clear();
            try
            {
                if (ProbeValues.TryParse(source.Property, kind, text, out var value))
                {
                    _rows[source.Write(value).Key] = text;
                }
            }
            catch (Exception exception) when (exception is not RowNotMadeException)
            {
                source.Context.ChangeTracker.Clear();
            }
        }

        source.Context.ChangeTracker.Clear();
    }

    /// <summary>Asks one kind of question about the rows.</summary>
    public ProbeOutcome Ask(Probe probe)
    {
        (_linq, _sql) = (null, null);
        var answers = probe.Kind switch
        {
            ProbeKind.Equal => Each(probe, Expression.Equal, "=="),
            ProbeKind.NotEqual => Each(probe, Expression.NotEqual, "!="),
            ProbeKind.Less => Each(probe, Expression.LessThan, "<"),
            ProbeKind.Greater => Each(probe, Expression.GreaterThan, ">"),
            ProbeKind.In => [Guarded("list", () => InList(probe))],
            ProbeKind.Order => [Guarded("rows", () => Ordered(nameof(Queryable.OrderBy), probe))],
            ProbeKind.OrderDescending => [Guarded("rows", () => Ordered(nameof(Queryable.OrderByDescending), probe))],
            ProbeKind.Distinct => [Guarded("rows", DistinctValues)],
            ProbeKind.Group => [Guarded("rows", GroupedValues)],
            ProbeKind.Max or ProbeKind.Min or ProbeKind.Sum or ProbeKind.Average => [Guarded("rows", () => [Aggregate(probe)])],
            ProbeKind.StartsWith or ProbeKind.Contains or ProbeKind.EndsWith => EachArgument(probe, Searching),
            ProbeKind.IndexOf => EachArgument(probe, Finding),
            ProbeKind.ToUpper or ProbeKind.ToLower or ProbeKind.Trim => [Guarded("rows", () => PerRow(row => Expression.Call(row, typeof(string).GetMethod(probe.Kind.ToString(), [])!), $".{probe.Kind}()"))],
            ProbeKind.Length => [Guarded("rows", () => PerRow(row => Expression.Property(row, nameof(string.Length)), ".Length"))],
            ProbeKind.Substring => [Guarded("rows", () => PerRow(row => Expression.Call(row, typeof(string).GetMethod(nameof(string.Substring), [typeof(int)])!, Expression.Constant(1)), ".Substring(1)"))],
            ProbeKind.Part => [.. probe.Arguments.Select(part => Guarded(part, () => PerRow(row => Expression.Property(row, part), $".{part}")))],
            ProbeKind.Add => [.. probe.Arguments.Select(method => Guarded(method, () => PerRow(row => Adding(row, method), $".{method}(1)")))],
            ProbeKind.Divide => EachArgument(probe, Dividing),
            ProbeKind.Remainder => [Guarded("rows", () => PerRow(row => Expression.Modulo(row, Typed(3)), " % 3"))],
            ProbeKind.Increment => [Guarded("rows", () => PerRow(row => Expression.Add(row, Typed(1)), " + 1"))],
            ProbeKind.Holds => EachArgument(probe, Holding),
            _ => throw new NotSupportedException($"The probe {probe.Kind} is not about a property."),
        };
        return new ProbeOutcome { Probe = probe.Id, Answers = answers, Linq = _linq, Sql = _sql };
    }

    /// <summary>The values of all rows by their keys; null where one of them cannot be read.</summary>
    private Dictionary<string, string?>? ReadAll()
    {
        try
        {
            return Read(source.Rows);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private string? ReadOne(string key)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var one = Call(source.Rows, nameof(Queryable.Where), Expression.Lambda(source.HasKey(row, key), row));
        return Read(one).TryGetValue(key, out var value) ? value : Lost;
    }

    private Dictionary<string, string?> Read(IQueryable rows)
    {
        var row = Expression.Parameter(rows.ElementType, "x");
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (object?[] values in Call(rows, nameof(Queryable.Select), source.Select(row, source.Member(row))))
        {
            read[ProbeSource.KeyText(values[..source.KeyLength])] = ProbeValues.Format(values[^1], source.Property);
        }

        return read;
    }

    private List<ProbeAnswer> Each(Probe probe, Func<Expression, Expression, Expression> compare, string sign)
    {
        var answers = new List<ProbeAnswer>();
        var asked = probe.Arguments.Count > 0 ? probe.Arguments : probe.Values;
        foreach (var text in asked.Where(text => text is not null))
        {
            if (ProbeValues.TryParse(source.Property, probe.ValueKind, text, out var value))
            {
                answers.Add(Guarded(text, () => Found(row => Comparison(row, value, compare, probe.Recipe), $"{source.Names.Member} {sign} {Shown(text)}")));
            }
        }

        return answers;
    }

    private Expression Comparison(Expression member, object? value, Func<Expression, Expression, Expression> compare, ProbeRecipe? recipe)
    {
        var parameter = PropertyPath.Parameter(value, MemberType);
        var isOrder = compare(Expression.Constant(1), Expression.Constant(2)).NodeType is ExpressionType.LessThan or ExpressionType.GreaterThan;
        return isOrder && ValueType == typeof(string) ? compare(Expression.Call(Compare, member, parameter), Expression.Constant(0))
            : isOrder && recipe?.Mapping == RecipeMapping.CastToDouble ? compare(Expression.Convert(member, typeof(double)), Expression.Convert(parameter, typeof(double)))
            : HasOperator() ? compare(member, parameter)
            : Expression.Call(typeof(object), nameof(Equals), null, Expression.Convert(member, typeof(object)), Expression.Convert(parameter, typeof(object)));
    }

    // A struct of the application's may have none; EF Core translates Equals as well.
    private bool HasOperator() => !ValueType.IsValueType || ValueType.IsPrimitive || ValueType.IsEnum || ValueType.GetMethod("op_Equality") is not null;

    private IReadOnlyList<string?> InList(Probe probe)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(MemberType))!;
        foreach (var text in probe.Values.Where((_, index) => index % 2 == 0))
        {
            if (ProbeValues.TryParse(source.Property, probe.ValueKind, text, out var value))
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
        var ordered = Call(source.Rows, method, Expression.Lambda(cast ? Expression.Convert(member, typeof(double)) : member, row));
        var query = Shown(Call(ordered, nameof(Queryable.Select), source.Select(row, member)), $"{source.Names.Set}.{method}(x => {(cast ? "(double)" : "")}{source.Names.Member})");
        return [.. Untied(Enumerable.Cast<object?[]>(query).Select(values => (Key: ProbeSource.KeyText(values[..source.KeyLength]), Value: ProbeValues.Format(values[^1], source.Property)))
            .Where(found => _rows.ContainsKey(found.Key)).Select(found => (Tag: _rows[found.Key] ?? "NULL", found.Value)))];
    }

    /// <summary>Rows whose values are equal may come in any order: several values written become one where the application converts them.</summary>
    private static IEnumerable<string?> Untied(IEnumerable<(string Tag, string? Value)> rows)
    {
        var tied = new List<string>();
        string? last = null;
        foreach (var (tag, value) in rows)
        {
            if (tied.Count > 0 && value != last)
            {
                foreach (var one in tied.Order(StringComparer.Ordinal))
                {
                    yield return one;
                }

                tied.Clear();
            }

            tied.Add(tag);
            last = value;
        }

        foreach (var one in tied.Order(StringComparer.Ordinal))
        {
            yield return one;
        }
    }

    private IReadOnlyList<string?> DistinctValues()
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var values = Call(source.Rows, nameof(Queryable.Select), Expression.Lambda(source.Member(row), row));
        var query = values.Provider.CreateQuery(Expression.Call(typeof(Queryable), nameof(Queryable.Distinct), [values.ElementType], values.Expression));
        return Known(Read(query, $"{source.Names.Set}.Select(x => {source.Names.Member}).Distinct()").Select(value => (value, "")));
    }

    private IReadOnlyList<string?> GroupedValues()
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var grouped = Call(source.Rows, nameof(Queryable.GroupBy), Expression.Lambda(source.Member(row), row));
        var group = Expression.Parameter(grouped.ElementType, "g");
        var count = Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [source.Rows.ElementType], group);
        var selected = Call(grouped, nameof(Queryable.Select), Expression.Lambda(
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
        _rows.Values.Where(text => ProbeValues.Format(value, source.Property) == TextOf(text));

    private string? TextOf(string? text) =>
        ProbeValues.TryParse(source.Property, ProbeValues.KindOf(source.Property), text, out var value) ? ProbeValues.Format(value, source.Property) : text;

    private string? Aggregate(Probe probe)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var member = source.Member(row);
        Expression selected = probe.Recipe?.Mapping == RecipeMapping.CastToDouble ? Expression.Convert(member, typeof(double)) : member;
        var rows = source.Rows;
        if (probe.Kind is ProbeKind.Sum or ProbeKind.Average)
        {
            var limit = Parse("1000");
            rows = Call(rows, nameof(Queryable.Where), Expression.Lambda(
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
            _ => ProbeValues.Format(result, source.Property),
        };
    }

    private object? Parse(string text) => ProbeValues.TryParse(source.Property, ProbeValues.KindOf(source.Property), text, out var value) ? value : null;

    private static List<ProbeAnswer> EachArgument(Probe probe, Func<Probe, string, IReadOnlyList<string?>> ask) =>
        [.. probe.Arguments.Select(argument => Guarded(argument, () => ask(probe, argument)))];

    private IReadOnlyList<string?> Searching(Probe probe, string argument) =>
        Found(row => Expression.Call(row, typeof(string).GetMethod(probe.Kind.ToString(), [typeof(string)])!, PropertyPath.Parameter(argument, typeof(string))), $"{source.Names.Member}.{probe.Kind}({Shown(argument)})");

    private IReadOnlyList<string?> Finding(Probe probe, string argument) =>
        PerRow(row => Expression.Call(row, typeof(string).GetMethod(nameof(string.IndexOf), [typeof(string)])!, PropertyPath.Parameter(argument, typeof(string))), $".IndexOf({Shown(argument)})");

    private IReadOnlyList<string?> Dividing(Probe probe, string argument)
    {
        var isExact = probe.Recipe?.Mapping == RecipeMapping.ExactDivision;
        return Found(
            member => Expression.Equal(
                Expression.Divide(isExact ? Expression.Subtract(Unwrapped(member), Expression.Modulo(Unwrapped(member), Typed(2))) : Unwrapped(member), Typed(2)),
                Typed(int.Parse(argument, CultureInfo.InvariantCulture))),
            isExact ? $"({source.Names.Member} - {source.Names.Member} % 2) / 2 == {argument}" : $"{source.Names.Member} / 2 == {argument}");
    }

    private IReadOnlyList<string?> Holding(Probe probe, string argument)
    {
        var element = source.Property.GetElementType()!.ClrType;
        var value = ProbeValues.Parse(Nullable.GetUnderlyingType(element) ?? element, argument);
        return Found(row => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [element], row, PropertyPath.Parameter(value, element)), $"{source.Names.Member}.Contains({Shown(argument)})");
    }

    private static MethodCallExpression Adding(Expression row, string method)
    {
        var found = row.Type.GetMethods().First(candidate => candidate.Name == method && candidate.GetParameters().Length == 1);
        return Expression.Call(row, found, Expression.Constant(Convert.ChangeType(1, found.GetParameters()[0].ParameterType, CultureInfo.InvariantCulture)));
    }

    private static Expression Unwrapped(Expression member) =>
        Nullable.GetUnderlyingType(member.Type) is null ? member : Expression.Property(member, "Value");

    private ConstantExpression Typed(int number) => Expression.Constant(Convert.ChangeType(number, ValueType, CultureInfo.InvariantCulture), ValueType);

    /// <summary>A value for each row that has one, in the order of the values that were written.</summary>
    private List<string?> PerRow(Func<Expression, Expression> value, string text)
    {
        var row = Expression.Parameter(source.Rows.ElementType, "x");
        var member = source.Member(row);
        var rows = source.Rows;
        if (source.Property.IsNullable)
        {
            rows = Call(rows, nameof(Queryable.Where), Expression.Lambda(Expression.NotEqual(member, Expression.Constant(null, MemberType)), row));
        }

        var selected = source.Select(row, value(Unwrapped(member)));
        var query = Shown(Call(rows, nameof(Queryable.Select), selected), $"{source.Names.Set}.Select(x => {source.Names.Member}{text})");
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
        var filtered = Call(source.Rows, nameof(Queryable.Where), Expression.Lambda(condition(member), row));
        return [.. Tags(Shown(Call(filtered, nameof(Queryable.Select), source.Select(row)), $"{source.Names.Set}.Where(x => {text})")).Order(StringComparer.Ordinal)];
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

    private static IQueryable Call(IQueryable query, string method, LambdaExpression lambda)
    {
        Type[] types = method is nameof(Queryable.Where) ? [query.ElementType] : [query.ElementType, lambda.ReturnType];
        return query.Provider.CreateQuery(Expression.Call(typeof(Queryable), method, types, query.Expression, Expression.Quote(lambda)));
    }

    private IQueryable Shown(IQueryable query, string linq)
    {
        _linq ??= linq;
        _sql ??= query.ToQueryString();
        return query;
    }

    private IEnumerable<object?> Read(IQueryable query, string linq) => Enumerable.Cast<object?>(Shown(query, linq));

    private static string Shown(string? text) => text is null ? "null" : $"\"{text}\"";

    private static ProbeAnswer Guarded(string? input, Func<IReadOnlyList<string?>> ask)
    {
        try
        {
            return new ProbeAnswer(input, ask());
        }
        catch (Exception exception)
        {
            return new ProbeAnswer(input, null, ProbeErrors.Of(exception));
        }
    }
}
