using System.Linq.Expressions;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>What probes of objects share: rows of the application's tables, and steps that are taken back.</summary>
/// <param name="context">The context.</param>
/// <param name="maker">Makes rows.</param>
/// <param name="isolate">Runs a step and takes back what it wrote.</param>
internal sealed class ProbeScene(DbContext context, RowMaker maker, Action<Action> isolate)
{
    /// <summary>The answer that a row was taken.</summary>
    public const string Accepted = "accepted";

    /// <summary>The context that runs the probes.</summary>
    public DbContext Context => context;

    /// <summary>Creates the rows that the probes need.</summary>
    public RowMaker Maker => maker;

    /// <summary>The LINQ of the last step, for display.</summary>
    public string? Linq { get; set; }

    /// <summary>One question; what it writes is taken back.</summary>
    public ProbeAnswer Step(string input, Func<IReadOnlyList<string?>> run)
    {
        ProbeAnswer? answer = null;
        isolate(() =>
        {
            try
            {
                answer = new ProbeAnswer(input, run());
            }
            catch (Exception exception) when (exception is not NoAnswerException)
            {
                answer = new ProbeAnswer(input, null, ProbeErrors.Of(exception));
            }
        });
        return answer!;
    }

    /// <summary>Creates a row of an entity type, or of its owner.</summary>
    public MadeRow Make(IEntityType type, Action<EntityEntry>? shape = null) =>
        maker.Make(PropertyPath.Concrete(Root(type)), entry => shape?.Invoke(Holder(entry, type)));

    /// <summary>The entity type whose rows an owned type is a part of.</summary>
    public static IEntityType Root(IEntityType type) => type.FindOwnership() is { } ownership ? Root(ownership.PrincipalEntityType) : type;

    private static EntityEntry Holder(EntityEntry entry, IEntityType type) =>
        type.IsOwned() ? RowParts.Of(entry).First(part => part.Metadata == type) : entry;

    /// <summary>The value of a property of a row as it is in the database.</summary>
    public string? Reread(MadeRow made, IEntityType type, string name)
    {
        context.ChangeTracker.Clear();
        var path = PropertyPath.Find(context.Model, type.Name, name);
        var items = path.Owned.Where(step => step.IsCollection).ToList();
        if (items.Count > 1 || (items.Count == 1 && path.Owned[0] != items[0]))
        {
            throw new NothingShownException($"{type.DisplayName()} is a collection inside of another part of {path.Root.DisplayName()}, whose items are not told apart");
        }

        // The one item of a row is found by the key of its owner.
        var keys = items is [var item] ? item.ForeignKey.Properties : path.Root.FindPrimaryKey()!.Properties;
        foreach (object?[] values in Selected(path.QueryOf(maker.SetOf(path.Root)), keys, path))
        {
            if (ProbeSource.KeyText(values[..^1]) == ProbeSource.KeyText(made.Keys))
            {
                return ProbeValues.Format(values[^1], path.Property);
            }
        }

        throw new NothingShownException(ProbeError.RowLost.Message);
    }

    /// <summary>Whether the application sees a row behind its query filter.</summary>
    public bool Visible(IEntityType type, MadeRow made)
    {
        context.ChangeTracker.Clear();
        var root = PropertyPath.Concrete(Root(type));
        foreach (object?[] keys in Selected(maker.SetOf(root).FilteredRows, root.FindPrimaryKey()!.Properties, null))
        {
            if (ProbeSource.KeyText(keys) == ProbeSource.KeyText(made.Keys))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many rows meet a condition on a property's values; all where there is none.</summary>
    public int Count(IEntityType type, IReadOnlyList<(IProperty Property, object? Value)> equal)
    {
        var path = PropertyPath.Find(context.Model, type.Name, type.GetProperties().First().Name);
        var rows = path.QueryOf(maker.SetOf(path.Root));
        var row = Expression.Parameter(rows.ElementType, "x");
        var expression = equal.Count == 0 ? rows.Expression : Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Where),
            [rows.ElementType],
            rows.Expression,
            Expression.Quote(Expression.Lambda(
                equal.Select(one => (Expression)Expression.Equal(
                    PropertyPath.Find(context.Model, type.Name, one.Property.Name).OfRow(row), PropertyPath.Parameter(one.Value, one.Property.ClrType))).Aggregate(Expression.AndAlso),
                row)));
        return rows.Provider.Execute<int>(Expression.Call(typeof(Queryable), nameof(Queryable.Count), [rows.ElementType], expression));
    }

    private static IQueryable Selected(IQueryable rows, IReadOnlyList<IProperty> keys, PropertyPath? path)
    {
        var row = Expression.Parameter(rows.ElementType, "x");
        var selected = keys.Select(key => Expression.Convert(PropertyPath.EfProperty(row, key.ClrType, key.Name), typeof(object)));
        var array = Expression.NewArrayInit(typeof(object), path is null ? selected : selected.Append(Expression.Convert(path.OfRow(row), typeof(object))));
        return rows.Provider.CreateQuery(Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [rows.ElementType, typeof(object[])], rows.Expression, Expression.Quote(Expression.Lambda(array, row))));
    }
}
