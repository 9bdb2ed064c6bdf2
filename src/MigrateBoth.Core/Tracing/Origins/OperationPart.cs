namespace MigrateBoth.Core.Tracing.Origins;

/// <summary>Something that <c>CreateTable</c> makes with the table.</summary>
/// <param name="Kind">A column, primary key, index (for a unique constraint), foreign key or check.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Its line within the call, or the call's where it cannot be told apart.</param>
public sealed record OperationPart(ObjectKind Kind, string Name, SourceLocation? Location);
