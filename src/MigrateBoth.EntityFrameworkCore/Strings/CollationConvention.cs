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

/// <summary>
/// Gives every table the model's collation. Oracle's provider writes no collation of the model or of a property into its SQL, but that of a table, which
/// has an annotation of its own (catalogue row S-59).
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
