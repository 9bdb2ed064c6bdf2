namespace MigrateBoth.Core.Model;

/// <summary>A value of the model that is another each time the model is built, such as <c>Guid.NewGuid()</c> in <c>HasData</c>.</summary>
/// <param name="Table">The table; the entity type's name where it has none.</param>
/// <param name="Column">The column.</param>
/// <param name="Property">Entity type and property, such as <c>Order.Token</c>.</param>
/// <param name="Origin">Where the value is given, such as <c>HasData</c>.</param>
/// <param name="First">The value of the first build.</param>
/// <param name="Second">The value of the second.</param>
public sealed record UnstableValue(string Table, string Column, string Property, string Origin, string First, string Second);
