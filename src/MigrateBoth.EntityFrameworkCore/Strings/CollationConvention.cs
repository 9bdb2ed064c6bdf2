using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace MigrateBoth.EntityFrameworkCore.Strings;

/// <summary>Sets the model's collation before <c>OnModelCreating</c> runs, so that an explicit <c>UseCollation</c> there wins.</summary>
internal sealed class CollationConvention(string collation) : IModelInitializedConvention
{
    public void ProcessModelInitialized(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context) =>
        modelBuilder.UseCollation(collation);
}
