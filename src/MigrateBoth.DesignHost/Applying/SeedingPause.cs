using System.Reflection;

using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>
/// Keeps EF Core's migrator from running the application's seeder (UseSeeding). It does so after every run, whatever the target: a seeder is
/// written for the newest model and fails on an older schema. There is no public way to leave it out.
/// </summary>
internal sealed class SeedingPause : IDisposable
{
    private static readonly FieldInfo?[] Fields =
        [.. new[] { "_seeder", "_asyncSeeder" }.Select(name => typeof(CoreOptionsExtension).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic))];

    private readonly List<(FieldInfo Field, object Value)> _taken = [];
    private readonly CoreOptionsExtension? _extension;

    public SeedingPause(IDbContextOptions options)
    {
        _extension = options.FindExtension<CoreOptionsExtension>();
        foreach (var field in Fields.OfType<FieldInfo>())
        {
            if (_extension is not null && field.GetValue(_extension) is { } value)
            {
                _taken.Add((field, value));
                field.SetValue(_extension, null);
            }
        }
    }

    public void Dispose()
    {
        foreach (var (field, value) in _taken)
        {
            field.SetValue(_extension, value);
        }
    }
}
