using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Strings;

/// <summary>Adds <see cref="CollationConvention"/> when the provider is one for MySQL or MariaDB.</summary>
internal sealed class CollationConventionPlugin(IDatabaseProvider provider, IDbContextOptions options) : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        if (ProviderEngine.IsMySql(provider.Name, options))
        {
            if (HasTableCollationsOnly())
            {
                conventionSet.ModelFinalizingConventions.Add(new TableCollationConvention());
            }

            conventionSet.ModelInitializedConventions.Add(new CollationConvention(IsMariaDb() ? StringSemantics.MariaDbCollation : StringSemantics.MySqlCollation));
        }

        return conventionSet;
    }

    private bool HasTableCollationsOnly() => ProviderEngine.Provider(options) is { } extension
        && ProviderEngine.Assemblies(extension).SelectMany(ProviderEngine.UseMethods).Any(method => method.Name == "UseMySQL");

    // Only a provider that serves both products has options that say which one it is.
    private bool IsMariaDb() => ProviderEngine.Provider(options) is { } extension
        && extension.GetType().GetProperty("ServerVersion")?.GetValue(extension)?.ToString()?.Contains("mariadb", StringComparison.OrdinalIgnoreCase) == true;
}
