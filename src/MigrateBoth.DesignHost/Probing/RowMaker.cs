using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>A row that was written.</summary>
/// <param name="Entry">The entry of the row's root entity, until the context forgets it.</param>
/// <param name="Keys">The values of its primary key.</param>
internal sealed record MadeRow(EntityEntry Entry, IReadOnlyList<object?> Keys);

/// <summary>Creates rows through the application's context, principal rows first.</summary>
internal sealed class RowMaker(DbContext context)
{
    private readonly IModel _model = context.GetService<IDesignTimeModel>().Model;
    private readonly Dictionary<IEntityType, Dictionary<string, object?>> _parents = [];
    private readonly Dictionary<IEntityType, int> _profiles = [];
    private readonly Stack<IEntityType> _making = new();
    private int _count;

    /// <summary>The context's set of a root entity type.</summary>
    public EntitySet SetOf(IEntityType type) => EntitySet.Of(context, type);

    /// <summary>Forgets rows that were rolled back.</summary>
    public void ForgetParents() => _parents.Clear();

    /// <summary>Writes one row whose other values are chosen so that the table takes them.</summary>
    /// <param name="root">The entity type.</param>
    /// <param name="shape">Changes the entity before it is written.</param>
    /// <exception cref="RowNotMadeException">No choice of the other values is taken, even without the change.</exception>
    public MadeRow Make(IEntityType root, Action<EntityEntry>? shape = null)
    {
        if (!_profiles.ContainsKey(root))
        {
            FindProfile(root);
        }

        return Write(root, _profiles[root], shape);
    }

    /// <summary>Tracks a row to be written with others by the next <c>SaveChanges</c>.</summary>
    public EntityEntry Track(IEntityType root, Action<EntityEntry>? shape = null)
    {
        if (!_profiles.ContainsKey(root))
        {
            FindProfile(root);
        }

        return Add(root, _profiles[root], shape);
    }

    /// <summary>The values of a row's primary key.</summary>
    public static IReadOnlyList<object?> KeysOf(EntityEntry entry) =>
        [.. entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property.Name).CurrentValue)];

    private MadeRow Write(IEntityType root, int profile, Action<EntityEntry>? shape)
    {
        var entry = Add(root, profile, shape);
        context.SaveChanges();
        return new MadeRow(entry, KeysOf(entry));
    }

    /// <summary>Tries choices of values until the table takes one; checks are what most often is in the way.</summary>
    private void FindProfile(IEntityType root)
    {
        Exception? first = null;
        for (var profile = 0; profile < RowProfiles.Count; profile++)
        {
            var savepoint = $"profile{++_count}";
            context.Database.CurrentTransaction!.CreateSavepoint(savepoint);
            try
            {
                Write(root, profile, shape: null);
                _profiles[root] = profile;
                context.Database.CurrentTransaction.RollbackToSavepoint(savepoint);
                context.ChangeTracker.Clear();
                _parents.Clear();
                return;
            }
            catch (Exception exception) when (exception is not NoAnswerException)
            {
                first ??= exception;
                context.ChangeTracker.Clear();
                context.Database.CurrentTransaction!.RollbackToSavepoint(savepoint);
                _parents.Clear();
                if (!IsAboutChecks(root))
                {
                    // What is optional to EF Core may be required by a computed column or by the application's own rules.
                    profile = Math.Max(profile, RowProfiles.Count - 2);
                }
            }
        }

        throw new RowNotMadeException($"no row of {root.DisplayName()} could be made", first!);
    }

    private bool IsAboutChecks(IEntityType root) => _model.FindEntityType(root.Name)?.GetCheckConstraints().Any() == true;

    private EntityEntry Add(IEntityType root, int profile, Action<EntityEntry>? shape)
    {
        _count++;
        var references = References(root, profile);
        var entry = SetOf(root).Entry(RowParts.Instance(root));
        RowParts.Add(entry, root);
        // Keys first: EF Core tracks nothing without them.
        Fill(entry, profile, references);
        entry.State = EntityState.Added;
        foreach (var part in RowParts.Of(entry))
        {
            part.State = EntityState.Added;
            Fill(part, profile, references);
        }

        shape?.Invoke(entry);
        return entry;
    }

    private void Fill(EntityEntry entry, int profile, Dictionary<string, object?> references)
    {
        foreach (var complex in entry.Metadata.GetComplexProperties().Where(complex => !complex.IsCollection))
        {
            FillComplex(entry.ComplexProperty(complex.Name), complex, profile);
        }

        foreach (var property in entry.Metadata.GetProperties())
        {
            if (references.TryGetValue(Named(property), out var reference))
            {
                entry.Property(property.Name).CurrentValue = reference;
            }
            else if (MustBeFilled(property, profile) && RowProfiles.ValueOf(property, Design(property), profile, _count) is { } value)
            {
                entry.Property(property.Name).CurrentValue = value;
            }
        }
    }

    private void FillComplex(ComplexPropertyEntry entry, IComplexProperty complex, int profile)
    {
        if (entry.CurrentValue is null)
        {
            entry.CurrentValue = RowParts.Instance(complex.ComplexType);
        }

        foreach (var property in complex.ComplexType.GetProperties().Where(property => MustBeFilled(property, profile)))
        {
            entry.Property(property.Name).CurrentValue = RowProfiles.ValueOf(property, null, profile, _count);
        }

        foreach (var inner in complex.ComplexType.GetComplexProperties().Where(inner => !inner.IsCollection))
        {
            FillComplex(entry.ComplexProperty(inner.Name), inner, profile);
        }
    }

    // Whatever EF Core or the database gives a value by itself is left to them, as it is when the application adds a row.
    private static bool MustBeFilled(IProperty property, int profile) =>
        !property.IsForeignKey()
        && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
        && (property.ValueGenerated == ValueGenerated.Never || OneRowHasTheDefault(property))
        && !property.IsShadowDiscriminator()
        && (!property.IsNullable || property.IsKey() || RowProfiles.FillsOptional(profile) || OneRowHasTheDefault(property));

    // A constant default in a column of unique values serves one row; the application gives the others a value.
    private static bool OneRowHasTheDefault(IProperty property) =>
        property.FindAnnotation(RelationalAnnotationNames.DefaultValue)?.Value is not null && !property.IsPrimaryKey()
        && (property.IsKey() || property.GetContainingIndexes().Any(index => index.IsUnique));

    private IEntityType? Design(IProperty property) => property.DeclaringType is IEntityType type ? _model.FindEntityType(type.Name) : null;

    /// <summary>Values for the foreign keys of a row and its parts, from rows that are made for it or shared.</summary>
    private Dictionary<string, object?> References(IEntityType root, int profile)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (_making.Contains(root))
        {
            throw new RowNotMadeException($"{root.DisplayName()} needs another row of itself first", new InvalidOperationException("The required foreign keys form a cycle."));
        }

        _making.Push(root);
        try
        {
            foreach (var key in TypesOf(root).SelectMany(type => type.GetForeignKeys()).Where(key => !key.IsOwnership && IsNeeded(key)).Distinct())
            {
                if (key.PrincipalEntityType.IsAssignableFrom(root) && SurfaceReader.IsOwnRow(key))
                {
                    continue;
                }

                Refer(key, values, profile);
            }

            return values;
        }
        finally
        {
            _making.Pop();
        }
    }

    private void Refer(IForeignKey key, Dictionary<string, object?> values, int profile)
    {
        var pairs = key.Properties.Zip(key.PrincipalKey.Properties).ToList();
        var settled = pairs.Where(pair => values.ContainsKey(Named(pair.First))).ToList();
        if (settled.Count == pairs.Count)
        {
            return;
        }

        var parent = settled.Count == 0 && !IsPartOfSomethingUnique(key)
            ? Shared(key.PrincipalEntityType)
            : MakeParent(key.PrincipalEntityType, entry =>
            {
                foreach (var (dependent, principal) in settled)
                {
                    entry.Property(principal.Name).CurrentValue = values[Named(dependent)];
                }
            });
        foreach (var (dependent, principal) in pairs)
        {
            values[Named(dependent)] = parent[principal.Name];
        }
    }

    /// <summary>The values of a row to refer to.</summary>
    public IReadOnlyDictionary<string, object?> Parent(IEntityType principal) => Shared(principal);

    private Dictionary<string, object?> Shared(IEntityType principal) =>
        _parents.TryGetValue(principal, out var known) ? known : _parents[principal] = MakeParent(principal, shape: null);

    private Dictionary<string, object?> MakeParent(IEntityType principal, Action<EntityEntry>? shape)
    {
        if (principal.IsOwned())
        {
            throw new RowNotMadeException($"{principal.DisplayName()} is a part of another entity", new InvalidOperationException("A row of it is made with its owner only."));
        }

        var concrete = PropertyPath.Concrete(principal);
        var entry = Make(concrete, shape).Entry;
        return principal.GetProperties().ToDictionary(property => property.Name, property => entry.Property(property.Name).CurrentValue, StringComparer.Ordinal);
    }

    private static IEnumerable<IEntityType> TypesOf(IEntityType root) =>
        [root, .. root.GetNavigations().Where(RowParts.IsPart).SelectMany(navigation => TypesOf(navigation.TargetEntityType))];

    private static bool IsNeeded(IForeignKey key) => key.IsRequired || key.Properties.Any(property => property.IsPrimaryKey());

    private static bool IsPartOfSomethingUnique(IForeignKey key) =>
        key.IsUnique
        || key.Properties.Any(property => property.GetContainingKeys().Any() || property.GetContainingIndexes().Any(index => index.IsUnique));

    private static string Named(IReadOnlyProperty property) => $"{property.DeclaringType.Name}.{property.Name}";
}

/// <summary>There is no answer, and that says nothing of the database.</summary>
internal abstract class NoAnswerException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>No row could be made.</summary>
internal sealed class RowNotMadeException(string message, Exception inner) : NoAnswerException(message, inner);

/// <summary>Nothing failed, but what was to be shown was not.</summary>
internal sealed class NothingShownException(string message) : NoAnswerException(message);
