using MigrateBoth.Testing;

using Xunit;

namespace Frameworks;

/// <summary>xUnit v2 skips by the attribute or not at all.</summary>
public sealed class OnlyOnFactAttribute : FactAttribute, IOnlyOn
{
    public OnlyOnFactAttribute(Engine engine, string reason)
    {
        (Engine, Reason) = (engine, reason);
        Skip = OnlyOnAttribute.SkipReason(engine, reason);
    }

    public Engine Engine { get; }

    public string Reason { get; }
}
