using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Servers.Warm;

/// <summary>The warm server as it is now.</summary>
/// <param name="Identity">Vendor and version.</param>
/// <param name="Source"><c>container</c> or <c>local</c>.</param>
/// <param name="Image">The container's image, or null.</param>
/// <param name="Id">The container's name or the process id.</param>
/// <param name="Endpoint">Host and port.</param>
/// <param name="Started">When it was started, in UTC.</param>
public sealed record WarmServerStatus(ServerIdentity Identity, string Source, string? Image, string Id, string Endpoint, DateTimeOffset Started);
