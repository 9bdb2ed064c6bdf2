using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shop.Data.Interceptors;

/// <summary>
/// Enforces in code what only one engine enforces: text that is too long is refused (S-03), so are NUL characters (C-11), infinities and NaN (C-28)
/// and decimals with too many digits, and decimals are rounded to the scale of their column (C-15). A value converter would be wrong for decimals, because it also converts the constants of a query (C-20).
/// </summary>
internal sealed class PortableValuesInterceptor : SaveChangesInterceptor
{
    public static PortableValuesInterceptor Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                Check(property);
            }
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(SavingChanges(eventData, result));

    private static void Check(PropertyEntry property)
    {
        var metadata = property.Metadata;
        if (property.CurrentValue is string text && metadata.GetMaxLength() is { } length && text.EnumerateRunes().Count() > length)
        {
            throw new InvalidOperationException(
                $"{metadata.DeclaringType.DisplayName()}.{metadata.Name} takes at most {length} characters, not {text.EnumerateRunes().Count()}.");
        }

        if (property.CurrentValue is string written && written.Contains('\0'))
        {
            throw new InvalidOperationException($"{metadata.DeclaringType.DisplayName()}.{metadata.Name} takes no NUL character.");
        }

        if (property.CurrentValue is double real && !double.IsFinite(real))
        {
            throw new InvalidOperationException($"{metadata.DeclaringType.DisplayName()}.{metadata.Name} takes no number that is not finite.");
        }

        if (property.CurrentValue is byte[] bytes && metadata.GetMaxLength() is { } most && bytes.Length > most)
        {
            throw new InvalidOperationException($"{metadata.DeclaringType.DisplayName()}.{metadata.Name} takes at most {most} bytes, not {bytes.Length}.");
        }

        if (property.CurrentValue is decimal amount && metadata.GetPrecision() is { } precision
            && Math.Abs(amount) >= (decimal)Math.Pow(10, precision - (metadata.GetScale() ?? 0)))
        {
            throw new InvalidOperationException($"{metadata.DeclaringType.DisplayName()}.{metadata.Name} takes at most {precision} digits.");
        }

        if (property.CurrentValue is decimal number && metadata.GetScale() is { } scale)
        {
            var rounded = Math.Round(number, scale, MidpointRounding.AwayFromZero);
            if (rounded != number)
            {
                property.CurrentValue = rounded;
            }
        }
    }
}
