using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Generated;

/// <summary>Another text is another model.</summary>
public sealed class TextualModelCacheKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (((GeneratedContext)context).Text, designTime);
}
