namespace MigrateBoth.Core.SelfTest;

/// <summary>One way in which a schema can be wrong: where it applies and how it is planted, as data.</summary>
/// <param name="Id">A stable identifier in kebab-case, the same on both engines.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Engine">The engine it is planted in.</param>
/// <param name="Find">All places of a schema where it can be planted, in a stable order; lazy.</param>
public sealed record DefectKind(string Id, string Title, Engine Engine, Func<PlantingGround, IEnumerable<Defect>> Find)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Engine.Id()}: {Id}";
}
