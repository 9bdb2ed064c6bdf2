using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Sets of a context whose CLR type is known at run time only.</summary>
internal abstract class EntitySet
{
    /// <summary>The rows, without query filters and tracking.</summary>
    public abstract IQueryable Rows { get; }

    /// <summary>The rows as the application sees them.</summary>
    public abstract IQueryable FilteredRows { get; }

    /// <summary>The entry of an instance.</summary>
    public abstract EntityEntry Entry(object instance);

    /// <summary>The set of an entity type that is not owned.</summary>
    public static EntitySet Of(DbContext context, IEntityType type) => (EntitySet)Activator.CreateInstance(
        typeof(EntitySet<>).MakeGenericType(type.ClrType), context, type.HasSharedClrType ? type.Name : null)!;
}

/// <inheritdoc cref="EntitySet"/>
/// <typeparam name="T">The CLR type.</typeparam>
internal sealed class EntitySet<T>(DbContext context, string? name) : EntitySet
    where T : class
{
    private DbSet<T> Set => name is null ? context.Set<T>() : context.Set<T>(name);

    public override IQueryable Rows => Set.IgnoreQueryFilters().AsNoTracking();

    public override IQueryable FilteredRows => Set.AsNoTracking();

    public override EntityEntry Entry(object instance) => Set.Entry((T)instance);
}

/// <summary>Where a property is: the entity type that rows are made of, and the way from it to the property.</summary>
/// <param name="Root">A concrete entity type with a table of its own.</param>
/// <param name="Owned">Navigations to the owned entity type that declares the property.</param>
/// <param name="Complex">Complex properties on the rest of the way.</param>
/// <param name="Property">The property.</param>
internal sealed record PropertyPath(IEntityType Root, IReadOnlyList<INavigation> Owned, IReadOnlyList<IComplexProperty> Complex, IProperty Property)
{
    /// <summary>The entity type that declares it.</summary>
    public IEntityType Declaring => Owned.Count > 0 ? Owned[^1].TargetEntityType : Root;

    /// <summary>The way as C# writes it.</summary>
    public string Text => string.Join('.', Owned.Select(step => step.Name).Concat(Complex.Select(step => step.Name)).Append(Property.Name));

    /// <summary>Finds a property by the name of its entity type and its own, which may lead through complex types.</summary>
    public static PropertyPath Find(IModel model, string entity, string name)
    {
        var declaring = model.FindEntityType(entity) ?? throw new InvalidOperationException($"The model has no entity type {entity}.");
        var owned = new List<INavigation>();
        var root = declaring;
        while (root.FindOwnership() is { PrincipalToDependent: { } navigation } ownership)
        {
            owned.Insert(0, navigation);
            root = ownership.PrincipalEntityType;
        }

        var complex = new List<IComplexProperty>();
        ITypeBase holder = declaring;
        var names = name.Split('.');
        foreach (var step in names[..^1])
        {
            complex.Add(holder.FindComplexProperty(step)!);
            holder = complex[^1].ComplexType;
        }

        return new PropertyPath(Concrete(root), owned, complex, holder.FindProperty(names[^1])
            ?? throw new InvalidOperationException($"{entity} has no property {name}."));
    }

    /// <summary>The entity type of which rows can be made: the first that is not abstract.</summary>
    public static IEntityType Concrete(IEntityType type) =>
        type.ClrType.IsAbstract
            ? type.GetDerivedTypes().FirstOrDefault(derived => !derived.ClrType.IsAbstract) ?? type
            : type;

    /// <summary>The property in an expression over rows of <see cref="QueryOf"/>.</summary>
    public Expression Member(Expression row)
    {
        foreach (var step in Owned.Where(step => !step.IsCollection))
        {
            row = EfProperty(row, step.ClrType, step.Name);
        }

        foreach (var step in Complex)
        {
            row = step.PropertyInfo is { } member ? Expression.Property(row, member) : EfProperty(row, step.ClrType, step.Name);
        }

        return Complex.Count > 0 && Property.PropertyInfo is { } last ? Expression.Property(row, last) : EfProperty(row, Property.ClrType, Property.Name);
    }

    /// <summary>The property in an expression over an element of <see cref="QueryOf"/>: where it is in an owned collection, over one of its items.</summary>
    public Expression OfRow(Expression row)
    {
        var last = Owned.Select((step, index) => step.IsCollection ? index : -1).DefaultIfEmpty(-1).Max();
        return (last < 0 ? this : this with { Owned = [.. Owned.Skip(last + 1)] }).Member(row);
    }

    /// <summary>The rows; one for each item where the property is in an owned collection.</summary>
    public IQueryable QueryOf(EntitySet set)
    {
        var query = set.Rows;
        foreach (var step in Owned.Where(step => step.IsCollection))
        {
            var row = Expression.Parameter(query.ElementType, "owner");
            var item = step.TargetEntityType.ClrType;
            var items = typeof(IEnumerable<>).MakeGenericType(item);
            // As the compiler writes it: a conversion of the list keeps EF Core from seeing the navigation.
            var selector = Expression.Lambda(typeof(Func<,>).MakeGenericType(query.ElementType, items), EfProperty(row, step.ClrType, step.Name), row);
            query = query.Provider.CreateQuery(Expression.Call(
                typeof(Queryable), nameof(Queryable.SelectMany), [query.ElementType, item], query.Expression, Expression.Quote(selector)));
        }

        return query;
    }

    /// <summary>A field of an object, as a captured variable is: EF Core makes a parameter of it, and compiles one query for all values.</summary>
    public static Expression Parameter(object? value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type))!;
        holder.GetType().GetField(nameof(Holder<object>.Value))!.SetValue(holder, value);
        return Expression.Field(Expression.Constant(holder), nameof(Holder<object>.Value));
    }

    /// <summary>An expression that calls <c>EF.Property</c>.</summary>
    public static Expression EfProperty(Expression row, Type type, string name) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(name));

    private sealed class Holder<T>
    {
#pragma warning disable CA1051 // A field is what captured variables are.
        public T Value = default!;
#pragma warning restore CA1051
    }
}
