using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>The owned entities that are parts of a row.</summary>
internal static class RowParts
{
    /// <summary>Owned entities of a row, one item for each owned collection.</summary>
    public static IEnumerable<EntityEntry> Of(EntityEntry entry)
    {
        foreach (var navigation in entry.Metadata.GetNavigations().Where(IsPart))
        {
            var part = navigation.IsCollection
                ? entry.Collection(navigation.Name) is { CurrentValue: { } items } collection && items.Cast<object>().FirstOrDefault() is { } item ? collection.FindEntry(item) : null
                : entry.Reference(navigation.Name).TargetEntry;
            if (part is not null)
            {
                yield return part;
                foreach (var inner in Of(part))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Whether a navigation leads to a part of an entity that has columns of its own.</summary>
    public static bool IsPart(INavigation navigation) =>
        navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent && !navigation.TargetEntityType.IsMappedToJson();

    /// <summary>Creates the owned parts of an entity.</summary>
    public static void Add(EntityEntry entry, IEntityType type)
    {
        foreach (var navigation in type.GetNavigations().Where(IsPart))
        {
            var part = Instance(navigation.TargetEntityType);
            if (navigation.IsCollection)
            {
                navigation.GetCollectionAccessor()!.Add(entry.Entity, part, forMaterialization: false);
            }
            else if (navigation.PropertyInfo?.SetMethod is { } setter)
            {
                setter.Invoke(entry.Entity, [part]);
            }
            else
            {
                navigation.FieldInfo?.SetValue(entry.Entity, part);
            }

            AddInnerParts(part, navigation.TargetEntityType);
        }
    }

    private static void AddInnerParts(object part, IEntityType type)
    {
        foreach (var navigation in type.GetNavigations().Where(IsPart).Where(navigation => !navigation.IsCollection))
        {
            var inner = Instance(navigation.TargetEntityType);
            if (navigation.PropertyInfo?.SetMethod is { } setter)
            {
                setter.Invoke(part, [inner]);
            }
            else
            {
                navigation.FieldInfo?.SetValue(part, inner);
            }

            AddInnerParts(inner, navigation.TargetEntityType);
        }
    }

    /// <summary>An object of a mapped type.</summary>
    public static object Instance(ITypeBase type)
    {
        if (type.ClrType == typeof(Dictionary<string, object>))
        {
            return new Dictionary<string, object>();
        }

        try
        {
            return Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        }
        catch (MissingMethodException)
        {
            // Its constructors take values, which EF Core sets one by one as well as any.
            return RuntimeHelpers.GetUninitializedObject(type.ClrType);
        }
    }
}
