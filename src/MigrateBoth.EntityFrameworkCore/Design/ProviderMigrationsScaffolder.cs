using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Storage;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Design;

/// <summary>
/// Restricts EF Core's scaffolder to the current provider's files. EF Core looks for the snapshot, and on removal for the migration, by
/// file name in the whole project; both providers' snapshots have the same file name, so it could overwrite the wrong one.
/// </summary>
internal sealed class ProviderMigrationsScaffolder : MigrationsScaffolder
{
    private readonly MigrationNamespaces? _namespaces;
    private readonly bool _isMySql;

    public ProviderMigrationsScaffolder(MigrationsScaffolderDependencies dependencies)
        : base(dependencies)
    {
        var context = dependencies.CurrentContext.Context;
        var options = context.GetService<IDbContextOptions>();

        // Not FindExtension: it compares the type's name, and the design host of dotnet migrate-both has an extension of the same name.
        _namespaces = options.Extensions.OfType<MigrationsExtension>().FirstOrDefault()?.Namespaces;
        _isMySql = _namespaces is not null && ProviderEngine.IsMySql(context.GetService<IDatabaseProvider>().Name, options);
    }

    /// <inheritdoc />
    protected override string? TryGetProjectFile(string projectDir, string fileName)
    {
        if (_namespaces is null || !Directory.Exists(projectDir))
        {
            return base.TryGetProjectFile(projectDir, fileName);
        }

        return Directory.EnumerateFiles(projectDir, fileName, SearchOption.AllDirectories)
            .FirstOrDefault(file => _namespaces.Contains(SourceNamespace.Read(file), _isMySql) == true);
    }
}

/// <summary>The namespace that a source file declares.</summary>
internal static partial class SourceNamespace
{
    /// <summary>Reads the first namespace declaration, block or file scoped, of C# or Visual Basic; null when there is none.</summary>
    public static string? Read(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var match = Declaration().Match(line);
            if (match.Success)
            {
                return match.Groups[1].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*namespace\s+([\w.@]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
