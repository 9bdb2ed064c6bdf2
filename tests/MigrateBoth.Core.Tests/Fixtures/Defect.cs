using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Tests.Fixtures;

/// <summary>One defect planted in one catalog, and the one finding that it must lead to.</summary>
/// <param name="Name">What was done, for the test's name.</param>
/// <param name="Engine">The catalog it is planted in.</param>
/// <param name="Plant">Plants it.</param>
/// <param name="Rule">The last two digits of the rule that must find it; the level's digit goes before.</param>
/// <param name="Object">The object it must name.</param>
/// <param name="Severity">How much it must matter.</param>
public sealed record Defect(string Name, Engine Engine, Func<DatabaseSchema, DatabaseSchema> Plant, string Rule, string Object, Severity Severity = Severity.Error)
{
    public override string ToString() => $"{Name} ({Engine.Id()})";
}
