using System.Globalization;
using System.Linq.Expressions;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of what is no single property: uniqueness, foreign keys, checks, values that the database makes, tokens, filters.</summary>
/// <param name="context">The context.</param>
/// <param name="maker">Makes rows.</param>
/// <param name="commands">The last commands.</param>
/// <param name="isolate">Runs a step and takes back what it wrote.</param>
internal sealed class ObjectProbes(DbContext context, RowMaker maker, CommandCapture commands, Action<Action> isolate)
{
    private const string Accepted = "accepted";

    private string? _linq;

    public ProbeOutcome Run(Probe probe)
    {
        var type = context.Model.FindEntityType(probe.Entity!)!;
        _linq = null;
        IReadOnlyList<ProbeAnswer> answers = probe.Kind switch
        {
            ProbeKind.Insert => [Step("row", () => Inserted(type))],
            ProbeKind.Unique => Twins(type, probe),
            ProbeKind.ForeignKey => References(type, probe),
            ProbeKind.Check or ProbeKind.Computed => Combinations(type, probe),
            ProbeKind.Default => [Step("nothing written", () => DefaultOf(type, probe.Name))],
            ProbeKind.Token => [Step("stale token", () => Stale(type, probe.Name))],
            ProbeKind.GeneratedKey => [Step("keys", () => Keys(type, probe.Name))],
            ProbeKind.Filter => Combinations(type, probe),
            _ => throw new NotSupportedException($"The probe {probe.Kind} is about a property."),
        };
        return new ProbeOutcome { Probe = probe.Id, Answers = answers, Linq = _linq, Sql = commands.LastWrite };
    }

    private ProbeAnswer Step(string input, Func<IReadOnlyList<string?>> run)
    {
        ProbeAnswer? answer = null;
        isolate(() =>
        {
            try
            {
                answer = new ProbeAnswer(input, run());
            }
            catch (Exception exception) when (exception is not RowNotMadeException)
            {
                answer = new ProbeAnswer(input, null, ProbeErrors.Of(exception));
            }
        });
        return answer!;
    }

    private IReadOnlyList<string?> Inserted(IEntityType type)
    {
        _linq = $"context.Add(new {type.ClrType.Name}()); context.SaveChanges()";
        maker.Make(PropertyPath.Concrete(type));
        return [Accepted];
    }

    /// <summary>Two rows that are equal under an index or key but for the spelling of one text.</summary>
    private List<ProbeAnswer> Twins(IEntityType type, Probe probe)
    {
        var properties = probe.Name.Split(", ").Select(name => type.FindProperty(name)!).ToList();
        var answers = new List<ProbeAnswer>();
        foreach (var argument in probe.Arguments)
        {
            // property, first value, second value; nothing for equal rows.
            var parts = argument.Split('\u001f');
            var (first, second) = (Spelled(properties, parts, 1), Spelled(properties, parts, 2));
            if (parts.Length > 1 && (first is null || second is null))
            {
                continue;
            }

            _linq = $"context.AddRange(new {type.ClrType.Name} {{ {string.Join(", ", properties.Select(property => $"{property.Name} = …"))} }}, …); context.SaveChanges()";
            answers.Add(Step(Label(parts), () => Pair(type, properties, first, second)));
        }

        return answers;
    }

    private static string Label(string[] parts) => parts is [_, var left, var right] ? $"{parts[0]}: {Shown(left)} beside {Shown(right)}" : "the same twice";

    private static string Shown(string text) => text == "\u0000" ? "NULL" : $"\"{text}\"";

    private static (IProperty Property, object? Value)? Spelled(List<IProperty> properties, string[] parts, int index)
    {
        if (parts.Length == 1 || properties.FirstOrDefault(candidate => candidate.Name == parts[0]) is not { } property)
        {
            return null;
        }

        var text = parts[index] == "\u0000" ? null : parts[index];
        return ProbeValues.TryParse(property, ProbeValues.KindOf(property), text, out var value) ? (property, value) : null;
    }

    private string?[] Pair(IEntityType type, List<IProperty> properties, (IProperty Property, object? Value)? first, (IProperty Property, object? Value)? second)
    {
        Dictionary<IProperty, object?> values = [];
        maker.Make(PropertyPath.Concrete(Root(type)), entry =>
        {
            var holder = Holder(entry, type);
            Set(holder, first);
            FillOptional(holder, properties, first?.Property);
            values = properties.ToDictionary(property => property, property => holder.Property(property.Name).CurrentValue);
        });
        var generated = properties.Where(property => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd).ToHashSet();
        context.ChangeTracker.Clear();
        maker.Make(PropertyPath.Concrete(Root(type)), entry =>
        {
            var holder = Holder(entry, type);
            foreach (var property in properties.Where(property => !generated.Contains(property) && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save))
            {
                holder.Property(property.Name).CurrentValue = values[property];
            }

            Set(holder, second);
        });
        return [Accepted];
    }

    // NULL is never equal to NULL in an index: every other column needs a value to show what one of them does.
    private static void FillOptional(EntityEntry entry, List<IProperty> properties, IProperty? probed)
    {
        foreach (var property in properties.Where(property => property != probed && property.IsNullable && !property.IsForeignKey() && entry.Property(property.Name).CurrentValue is null))
        {
            entry.Property(property.Name).CurrentValue = RowProfiles.ValueOf(property, null, 0, 1);
        }
    }

    private static void Set(EntityEntry entry, (IProperty Property, object? Value)? spelled)
    {
        if (spelled is { } one)
        {
            entry.Property(one.Property.Name).CurrentValue = one.Value;
        }
    }

    private static IEntityType Root(IEntityType type) => type.FindOwnership() is { } ownership ? Root(ownership.PrincipalEntityType) : type;

    private static EntityEntry Holder(EntityEntry entry, IEntityType type) =>
        type.IsOwned() ? RowMaker.Parts(entry).First(part => part.Metadata == type) : entry;

    private List<ProbeAnswer> References(IEntityType type, Probe probe)
    {
        var key = type.GetForeignKeys().First(candidate => !candidate.IsOwnership && SurfaceReader.NameOf(candidate.Properties) == probe.Name);
        var answers = new List<ProbeAnswer> { Step("a row that refers to nothing", () => Orphan(type, key)) };
        if (key.PrincipalEntityType.IsOwned())
        {
            return answers;
        }

        if (key.Properties is [{ ClrType: var clr } only] && clr == typeof(string) && !only.IsPrimaryKey() && !only.GetContainingIndexes().Any(index => index.IsUnique))
        {
            answers.Add(Step("a row that refers to its principal in other case", () => OtherCase(type, key)));
        }

        answers.Add(Step("the principal is deleted, its rows are not loaded", () => Deleted(type, key, tracked: false)));
        answers.Add(Step("the principal is deleted, its rows are loaded", () => Deleted(type, key, tracked: true)));
        return answers;
    }

    private string?[] Orphan(IEntityType type, IForeignKey key)
    {
        _linq = $"context.Add(new {type.ClrType.Name} {{ {probeName(key)} = … }}); context.SaveChanges()";
        maker.Make(PropertyPath.Concrete(Root(type)), entry =>
        {
            var holder = Holder(entry, type);
            foreach (var property in key.Properties)
            {
                holder.Property(property.Name).CurrentValue = Nowhere(property);
            }
        });
        return [Accepted];

        static string probeName(IForeignKey key) => key.Properties[0].Name;
    }

    private static object? Nowhere(IProperty property)
    {
        var kind = ProbeValues.KindOf(property);
        foreach (var text in (string[])["zq", "2000000123", "31000", "250", "120", "0000000a-0007-0007-0102-030405060709", "1999-12-31", "0909", "zq@nowhere.example"])
        {
            var filled = property.GetMaxLength() is { } length && kind == ProbeValueKind.Text && text.Length > length ? text[..length] : text;
            if (ProbeValues.TryParse(property, kind, filled, out var value))
            {
                return value;
            }
        }

        return property.ClrType.IsValueType ? Activator.CreateInstance(property.ClrType) : null;
    }

    private string?[] OtherCase(IEntityType type, IForeignKey key)
    {
        var principal = maker.Make(PropertyPath.Concrete(key.PrincipalEntityType), entry => SetText(entry, key.PrincipalKey.Properties[0], "qa"));
        var value = (string)principal.Entry.Property(key.PrincipalKey.Properties[0].Name).CurrentValue!;
        context.ChangeTracker.Clear();
        maker.Make(PropertyPath.Concrete(Root(type)), entry =>
            Holder(entry, type).Property(key.Properties[0].Name).CurrentValue = value.ToUpperInvariant());
        return [Accepted];
    }

    private static void SetText(EntityEntry entry, IProperty property, string text)
    {
        if (property.GetMaxLength() is not { } length || length >= text.Length)
        {
            entry.Property(property.Name).CurrentValue = text;
        }
    }

    /// <summary>Deletes a principal, and counts what becomes of the rows that refer to it.</summary>
    private string?[] Deleted(IEntityType type, IForeignKey key, bool tracked)
    {
        var principal = maker.Make(PropertyPath.Concrete(key.PrincipalEntityType));
        var values = key.PrincipalKey.Properties.Select(property => principal.Entry.Property(property.Name).CurrentValue).ToList();
        maker.Make(PropertyPath.Concrete(Root(type)), entry =>
        {
            var holder = Holder(entry, type);
            for (var index = 0; index < values.Count; index++)
            {
                holder.Property(key.Properties[index].Name).CurrentValue = values[index];
            }
        });
        var entity = principal.Entry.Entity;
        if (!tracked)
        {
            context.ChangeTracker.Clear();
        }

        var before = Count(type, key, values);
        _linq = $"context.Remove({key.PrincipalEntityType.ClrType.Name[..1].ToLowerInvariant()}{key.PrincipalEntityType.ClrType.Name[1..]}); context.SaveChanges()";
        if (tracked)
        {
            principal.Entry.State = EntityState.Deleted;
        }
        else
        {
            maker.SetOf(PropertyPath.Concrete(key.PrincipalEntityType)).Entry(entity).State = EntityState.Deleted;
        }

        var all = Total(type);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return [$"deleted; {before} row referred to it, {Count(type, key, values)} do; {all - Total(type)} rows fewer"];
    }

    private int Total(IEntityType type)
    {
        var rows = maker.SetOf(Root(type)).Rows;
        return type.IsOwned() ? 0 : (int)rows.Provider.Execute(Expression.Call(typeof(Queryable), nameof(Queryable.Count), [rows.ElementType], rows.Expression))!;
    }

    private int Count(IEntityType type, IForeignKey key, List<object?> values)
    {
        if (type.IsOwned())
        {
            return 0;
        }

        var rows = maker.SetOf(type).Rows;
        var row = Expression.Parameter(rows.ElementType, "x");
        var condition = key.Properties
            .Select((property, index) => (Expression)Expression.Equal(
                PropertyPath.EfProperty(row, property.ClrType, property.Name),
                Expression.Convert(Expression.Constant(values[index]), property.ClrType)))
            .Aggregate(Expression.AndAlso);
        return (int)rows.Provider.Execute(Expression.Call(
            typeof(Queryable), nameof(Queryable.Count), [rows.ElementType], rows.Expression, Expression.Quote(Expression.Lambda(condition, row))))!;
    }

    /// <summary>Rows with values at the edges of a check, of what is computed from them, or on both sides of a filter.</summary>
    private List<ProbeAnswer> Combinations(IEntityType type, Probe probe)
    {
        var answers = new List<ProbeAnswer>();
        foreach (var argument in probe.Arguments)
        {
            var parts = argument.Split('\u001f');
            if (type.FindProperty(parts[0]) is not { } property
                || !ProbeValues.TryParse(property, ProbeValues.KindOf(property), parts[1] == "\u0000" ? null : parts[1], out var value))
            {
                continue;
            }

            _linq = probe.Kind == ProbeKind.Filter
                ? $"context.Set<{type.ClrType.Name}>().Count()"
                : $"context.Add(new {type.ClrType.Name} {{ {property.Name} = … }}); context.SaveChanges()";
            answers.Add(Step($"{property.Name} = {(parts[1] == "\u0000" ? "NULL" : $"\"{parts[1]}\"")}", () =>
            {
                var made = maker.Make(PropertyPath.Concrete(Root(type)), entry => Holder(entry, type).Property(property.Name).CurrentValue = value);
                return probe.Kind switch
                {
                    ProbeKind.Computed => [Reread(made, type, probe.Name)],
                    ProbeKind.Filter => [Visible(type, made) ? "visible" : "hidden"],
                    _ => [Accepted],
                };
            }));
        }

        return answers;
    }

    private string? Reread(MadeRow made, IEntityType type, string name)
    {
        context.ChangeTracker.Clear();
        var property = type.FindProperty(name)!;
        return ProbeValues.Format(Values(maker.SetOf(PropertyPath.Concrete(Root(type))).Rows, made, PropertyPath.Find(context.Model, type.Name, name)), property);
    }

    private static object? Values(IQueryable rows, MadeRow made, PropertyPath path)
    {
        foreach (object?[] values in Selected(rows, path.Root, path))
        {
            if (ProbeSource.KeyText(values[..^1]) == ProbeSource.KeyText(made.Keys))
            {
                return values[^1];
            }
        }

        return "(the row is not found by its key)";
    }

    private static IQueryable Selected(IQueryable rows, IEntityType root, PropertyPath? path)
    {
        var row = Expression.Parameter(rows.ElementType, "x");
        var keys = root.FindPrimaryKey()!.Properties.Select(key => Expression.Convert(PropertyPath.EfProperty(row, key.ClrType, key.Name), typeof(object)));
        var array = Expression.NewArrayInit(typeof(object), path is null ? keys : keys.Append(Expression.Convert(path.Member(row), typeof(object))));
        return rows.Provider.CreateQuery(Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [rows.ElementType, typeof(object[])], rows.Expression, Expression.Quote(Expression.Lambda(array, row))));
    }

    private bool Visible(IEntityType type, MadeRow made)
    {
        context.ChangeTracker.Clear();
        var root = PropertyPath.Concrete(Root(type));
        foreach (object?[] keys in Selected(maker.SetOf(root).FilteredRows, root, null))
        {
            if (ProbeSource.KeyText(keys) == ProbeSource.KeyText(made.Keys))
            {
                return true;
            }
        }

        return false;
    }

    private string?[] DefaultOf(IEntityType type, string name)
    {
        _linq = $"context.Add(new {type.ClrType.Name}()); context.SaveChanges()";
        var first = Reread(maker.Make(PropertyPath.Concrete(Root(type))), type, name);
        var second = Reread(maker.Make(PropertyPath.Concrete(Root(type))), type, name);
        return [Nearly(first) ?? (first == second ? first : "another value for each row")];
    }

    /// <summary>The current time is a class of values, not one.</summary>
    private static string? Nearly(string? text)
    {
        if (text is null || text.Length < 10 || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var now = DateTime.UtcNow;
        return Math.Abs((time - now).TotalMinutes) < 10 ? "the current time"
            : Math.Abs((time - now).TotalHours) < 15 && text.Contains(':', StringComparison.Ordinal) ? "the current time of another zone"
            : time.Date == now.Date ? "the current day"
            : null;
    }

    /// <summary>Changes a row with the token it had before it was changed by somebody else.</summary>
    private string?[] Stale(IEntityType type, string name)
    {
        var root = PropertyPath.Concrete(Root(type));
        var changed = root.GetProperties().FirstOrDefault(property =>
            !property.IsKey() && !property.IsForeignKey() && !property.IsConcurrencyToken && !property.IsShadowDiscriminator()
            && property.GetAfterSaveBehavior() == PropertySaveBehavior.Save && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
            && ProbeValues.KindOf(property) is >= ProbeValueKind.Text and not ProbeValueKind.Collection
            && !property.GetContainingIndexes().Any(index => index.IsUnique)
            && Others(property).Count == 2);
        if (changed is null)
        {
            return ["nothing of it could be changed"];
        }

        var made = maker.Make(root);
        var entity = made.Entry.Entity;
        var before = made.Entry.Property(name).CurrentValue;
        _linq = $"first.{changed.Name} = …; first.SaveChanges(); second.{changed.Name} = …; second.SaveChanges() // with the token it read before";

        made.Entry.Property(changed.Name).CurrentValue = Others(changed)[0];
        context.SaveChanges();
        context.ChangeTracker.Clear();

        var entry = maker.SetOf(root).Entry(entity);
        entry.State = EntityState.Unchanged;
        entry.Property(name).CurrentValue = before;
        entry.Property(name).OriginalValue = before;
        entry.Property(changed.Name).CurrentValue = Others(changed)[1];
        entry.Property(changed.Name).IsModified = true;
        try
        {
            context.SaveChanges();
            return ["written: the other change is lost"];
        }
        catch (DbUpdateConcurrencyException)
        {
            return ["refused as stale"];
        }
    }

    /// <summary>Two values that rows do not begin with: a database may leave a token alone where nothing changes.</summary>
    private static List<object?> Others(IProperty property)
    {
        var kind = ProbeValues.KindOf(property);
        var values = new List<object?>();
        foreach (var text in (string[])["b", "c", "2", "3", "true", "false", "2021-01-01", "2021-01-02", "02:00:00", "03:00:00"])
        {
            if (values.Count < 2 && ProbeValues.TryParse(property, kind, text, out var value))
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>Where generated keys begin, and whether one is handed out again.</summary>
    private string?[] Keys(IEntityType type, string name)
    {
        _linq = $"context.Add(new {type.ClrType.Name}()); context.SaveChanges()";
        decimal Next()
        {
            var made = maker.Make(PropertyPath.Concrete(Root(type)));
            var value = ProbeValues.Format(made.Entry.Property(name).CurrentValue, type.FindProperty(name));
            return decimal.Parse(value!, CultureInfo.InvariantCulture);
        }

        var first = Next();
        var second = Next();
        var last = maker.Make(PropertyPath.Concrete(Root(type)));
        var third = decimal.Parse(ProbeValues.Format(last.Entry.Property(name).CurrentValue, type.FindProperty(name))!, CultureInfo.InvariantCulture);
        last.Entry.State = EntityState.Deleted;
        context.SaveChanges();
        context.ChangeTracker.Clear();
        var fourth = Next();
        return
        [
            second > first && third > second ? "each greater than the last" : $"in the order {first}, {second}, {third}",
            fourth > third ? "that of a deleted row is not used again" : "that of a deleted row is used again",
        ];
    }
}
