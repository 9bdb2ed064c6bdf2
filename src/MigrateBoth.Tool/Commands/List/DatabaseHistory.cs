using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>What one database says of its history.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Display">The database without its password.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="Applied">The ids in its history table.</param>
internal sealed record DatabaseHistory(Engine Engine, string Display, bool Exists, IReadOnlyList<string> Applied);
