namespace MigrateBoth.Core.Tracing;

/// <summary>What last touched an object.</summary>
/// <param name="Order">The place of the operation among all of the history.</param>
/// <param name="MigrationId">The migration.</param>
/// <param name="Location">The call, or null.</param>
/// <param name="IsDropped">Whether the object is gone since.</param>
internal sealed record ObjectTrace(int Order, string MigrationId, SourceLocation? Location, bool IsDropped = false);
