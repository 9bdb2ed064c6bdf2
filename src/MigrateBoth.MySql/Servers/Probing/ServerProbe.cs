namespace MigrateBoth.MySql.Servers.Probing;

/// <summary>One thing that a MySQL server for scratch databases can depend on, looked at without starting anything.</summary>
/// <param name="Name">Such as <c>Docker</c> or <c>image</c>.</param>
/// <param name="IsUsable">Whether it is there and works; null when it is not there and need not be.</param>
/// <param name="IsServer">Whether it gives a server by itself.</param>
/// <param name="Detail">What was found. No secrets.</param>
/// <param name="Fix">How to get it, or null.</param>
public sealed record ServerProbe(string Name, bool? IsUsable, bool IsServer, string Detail, string? Fix = null);
