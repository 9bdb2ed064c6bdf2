using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Probes of concurrency tokens: a write with the token that a row had before another client changed it.</summary>
internal sealed class TokenProbe(ProbeScene scene)
{
    /// <summary>Changes a row with the token it had before another client changed it.</summary>
    public IReadOnlyList<string?> Run(IEntityType type, string name)
    {
        if (type.IsOwned())
        {
            throw new NothingShownException($"the token is in a part of {ProbeScene.Root(type).DisplayName()}, of which no stale copy can be made");
        }

        var root = PropertyPath.Concrete(type);
        var token = root.FindProperty(name)!;
        // First the row: where none can be made, that is what there is to say.
        var made = scene.Maker.Make(root);
        var isOfApplication = token.ValueGenerated == ValueGenerated.Never;
        var changed = root.GetProperties().FirstOrDefault(property => !property.IsConcurrencyToken && CanChange(property)) ?? (isOfApplication && CanChange(token) ? token : null)
            ?? throw new NothingShownException($"{root.DisplayName()} has no property that could be changed to make its token stale");

        var entity = made.Entry.Entity;
        var before = made.Entry.Property(name).CurrentValue;
        scene.Linq = $"first.{changed.Name} = …; first.SaveChanges(); second.{changed.Name} = …; second.SaveChanges() // with the token it read before";

        made.Entry.Property(changed.Name).CurrentValue = Others(changed)[0];
        scene.Context.SaveChanges();
        if (isOfApplication && Equals(made.Entry.Property(name).CurrentValue, before))
        {
            // What sets the token is not in the context: the probe does what the application does with every change.
            made.Entry.Property(name).CurrentValue = Others(token).Find(value => !Equals(value, before))
                ?? throw new NothingShownException($"no other value of the token {root.DisplayName()}.{name} is known");
            scene.Context.SaveChanges();
        }

        scene.Context.ChangeTracker.Clear();

        var entry = scene.Maker.SetOf(root).Entry(entity);
        entry.State = EntityState.Unchanged;
        entry.Property(name).CurrentValue = before;
        entry.Property(name).OriginalValue = before;
        entry.Property(changed.Name).CurrentValue = Others(changed)[1];
        entry.Property(changed.Name).IsModified = true;
        try
        {
            scene.Context.SaveChanges();
            return ["written: the other change is lost"];
        }
        catch (DbUpdateConcurrencyException)
        {
            return ["refused as stale"];
        }
    }

    private static bool CanChange(IProperty property) =>
        !property.IsKey() && !property.IsForeignKey() && !property.IsShadowDiscriminator()
        && property.GetAfterSaveBehavior() == PropertySaveBehavior.Save && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
        && !property.GetContainingIndexes().Any(index => index.IsUnique)
        && Others(property).Count >= 2;

    /// <summary>Two values that rows do not begin with: a database may leave a token alone where nothing changes.</summary>
    private static List<object?> Others(IProperty property)
    {
        var kind = ProbeValues.KindOf(property);
        var values = new List<object?>();
        foreach (var text in (string[])
                 ["b", "c", "2", "3", "true", "false", "2021-01-01", "2021-01-02", "02:00:00", "03:00:00", "0000000b-0007-0007-0102-030405060708", "0000000c-0007-0007-0102-030405060708", "0B", "0C", "[]", "{}",
                  .. property.ClrType.IsEnum ? Enum.GetNames(property.ClrType) : []])
        {
            if (values.Count < 3 && ProbeValues.TryParse(property, kind, text, out var value))
            {
                values.Add(value);
            }
        }

        return values;
    }
}
