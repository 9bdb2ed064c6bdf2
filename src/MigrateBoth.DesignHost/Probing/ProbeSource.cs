using System.Linq.Expressions;

using MigrateBoth.Core.Protocol;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Rows with a property that is probed: those of the application, or those of a scratch table.</summary>
/// <param name="context">The context.</param>
/// <param name="maker">Makes rows.</param>
/// <param name="path">The property.</param>
/// <param name="set">The set of the path's root.</param>
/// <param name="kind">The kind of value that the probe writes.</param>
internal sealed class ProbeSource(DbContext context, RowMaker maker, PropertyPath path, EntitySet set, ProbeValueKind kind)
{
    private readonly IReadOnlyList<IProperty> _keys = [.. path.Owned.FirstOrDefault(step => step.IsCollection) is { } items
        ? items.TargetEntityType.FindPrimaryKey()!.Properties
        : path.Root.FindPrimaryKey()!.Properties];

    private readonly Dictionary<string, object?[]> _written = new(StringComparer.Ordinal);

    public DbContext Context => context;

    /// <summary>The probed property.</summary>
    public IProperty Property => path.Property;

    /// <summary>A query for the rows that hold the property.</summary>
    public IQueryable Rows => path.QueryOf(set);

    /// <summary>How C# names the set and the property.</summary>
    public (string Set, string Member) Names => ($"context.Set<{path.Root.ClrType.Name}>()", $"x.{path.Text}");

    /// <summary>The property of a row.</summary>
    public Expression Member(ParameterExpression row) => path.OfRow(row);

    /// <summary>The kind of value that the probe writes.</summary>
    public ProbeValueKind Kind => kind;

    /// <summary>The value as the property takes it.</summary>
    public bool TryParse(string? text, out object? value) => ProbeValues.TryParse(path.Property, kind, text, out value);

    /// <summary>The text of a value of the property.</summary>
    public string? Format(object? value) => ProbeValues.Format(value, path.Property, kind);

    /// <summary>The primary key of a row, and what else is requested, as an array of objects.</summary>
    public LambdaExpression Select(ParameterExpression row, params Expression[] more) => Expression.Lambda(
        Expression.NewArrayInit(
            typeof(object),
            [
                .. _keys.Select(key => Expression.Convert(PropertyPath.EfProperty(row, key.ClrType, key.Name), typeof(object))),
                .. more.Select(value => Expression.Convert(value, typeof(object))),
            ]),
        row);

    /// <summary>How many parts the key has.</summary>
    public int KeyLength => _keys.Count;

    /// <summary>The key as text.</summary>
    public static string KeyText(IEnumerable<object?> key) => string.Join('|', key.Select(part => ProbeValues.Format(part)));

    /// <summary>Whether a row has the key of a row that was written.</summary>
    public Expression HasKey(ParameterExpression row, string key) => _keys
        .Select((property, index) => (Expression)Expression.Equal(
            PropertyPath.EfProperty(row, property.ClrType, property.Name), PropertyPath.Parameter(_written[key][index], property.ClrType)))
        .Aggregate(Expression.AndAlso);

    /// <summary>Writes one row with the value. The result is what reached the database, and the row's key.</summary>
    public (object? Written, string Key) Write(object? value)
    {
        PropertyEntry? property = null;
        EntityEntry? row = null;
        maker.Make(path.Root, entry =>
        {
            row = RowOf(entry);
            property = PropertyOf(HolderOf(entry));
            property.CurrentValue = value;
        });
        object?[] values = [.. _keys.Select(key => row!.Property(key.Name).CurrentValue)];
        var text = KeyText(values);
        _written[text] = values;
        return (property!.CurrentValue, text);
    }

    /// <summary>Whether a row can be made at all: what cannot is thrown.</summary>
    public void Ensure() => maker.Make(path.Root);

    /// <summary>What rows are distinguished by: the root, or the item of the first owned collection on the way. Other owned types share their owner's row.</summary>
    private EntityEntry RowOf(EntityEntry root)
    {
        var place = path.Owned.ToList().FindIndex(step => step.IsCollection);
        return place < 0 ? root : Follow(root, path.Owned.Take(place + 1));
    }

    private EntityEntry HolderOf(EntityEntry root) => Follow(root, path.Owned);

    private static EntityEntry Follow(EntityEntry entry, IEnumerable<INavigation> steps) =>
        steps.Aggregate(entry, (holder, step) => RowParts.Of(holder).First(part => part.Metadata == step.TargetEntityType));

    private PropertyEntry PropertyOf(EntityEntry entry)
    {
        if (path.Complex is [])
        {
            return entry.Property(path.Property.Name);
        }

        var complex = entry.ComplexProperty(path.Complex[0].Name);
        foreach (var step in path.Complex.Skip(1))
        {
            complex = complex.ComplexProperty(step.Name);
        }

        return complex.Property(path.Property.Name);
    }
}
