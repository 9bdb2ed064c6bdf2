namespace MigrateBoth.Core.Locks;

/// <summary>An object that an interrupted migration left and that makes the next one fail.</summary>
/// <param name="Object">Its name, such as <c>ef_temp_Orders</c>.</param>
/// <param name="Explanation">What it is and why removing it in this way loses nothing, in one sentence.</param>
/// <param name="Statement">The SQL that clears it away.</param>
public sealed record MigrationLeftover(string Object, string Explanation, string Statement);
