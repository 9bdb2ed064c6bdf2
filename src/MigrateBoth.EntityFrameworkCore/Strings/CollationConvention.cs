using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Strings;

/// <summary>Sets the model's collation before <c>OnModelCreating</c> runs, so that an explicit <c>UseCollation</c> there takes precedence.</summary>
internal sealed class CollationConvention(string collation) : IModelInitializedConvention
{
    public void ProcessModelInitialized(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context) =>
        modelBuilder.UseCollation(collation);
}

/// <summary>
/// Gives every table the model's collation. Oracle's provider does not write the collation of the model or of a property into its SQL, only that of a
/// table, which has its own annotation (catalogue row S-59).
/// </summary>
internal sealed class TableCollationConvention : IModelFinalizingConvention
{
    private const string Annotation = "MySQL:Collation";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var type in modelBuilder.Metadata.GetEntityTypes().Where(type => type.FindAnnotation(Annotation) is null))
        {
            type.Builder.HasAnnotation(Annotation, modelBuilder.Metadata.GetCollation());
        }
    }
}

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
