using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Reports;

/// <summary>One side of a <c>diff</c>, for the report's reader.</summary>
/// <param name="Name">How findings call it, such as <c>migrations:mysql</c>; holds no password.</param>
/// <param name="Source">Where its schema comes from.</param>
/// <param name="Engine">Its engine.</param>
/// <param name="Server">The server it was read from, or null when it could not be reached.</param>
/// <param name="Tables">How many tables it has, or null when it could not be read.</param>
public sealed record ComparedSide(string Name, DiffSource Source, Engine Engine, EngineInfo? Server, int? Tables);
