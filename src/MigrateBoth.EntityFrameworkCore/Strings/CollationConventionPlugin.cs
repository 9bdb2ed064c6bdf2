using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Pomelo.EntityFrameworkCore.MySql.Infrastructure;
using Pomelo.EntityFrameworkCore.MySql.Infrastructure.Internal;

namespace MigrateBoth.EntityFrameworkCore.Strings;

/// <summary>Adds <see cref="CollationConvention"/> when the provider is MySQL's or MariaDB's.</summary>
internal sealed class CollationConventionPlugin(IDatabaseProvider provider, IDbContextOptions options) : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        if (provider.Name.Contains("MySql", StringComparison.OrdinalIgnoreCase))
        {
            conventionSet.ModelInitializedConventions.Add(new CollationConvention(Collation()));
        }

        return conventionSet;
    }

#pragma warning disable EF1001 // Pomelo has no public way to ask a context's options for the server's product.
    private string Collation() => options.FindExtension<MySqlOptionsExtension>()?.ServerVersion?.Type == ServerType.MariaDb
        ? StringSemantics.MariaDbCollation
        : StringSemantics.MySqlCollation;
#pragma warning restore EF1001
}
