using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Scratch;

/// <summary>Which MySQL server is wanted.</summary>
/// <param name="Choice"><c>auto</c>, <c>docker</c>, <c>local</c> or a connection string.</param>
/// <param name="Image">The container image, or null for the default.</param>
/// <param name="Lease">Where everything that is started is written down.</param>
/// <param name="Progress">Told what the server is doing.</param>
internal sealed record MySqlServerRequest(string Choice, string? Image, ILease Lease, Action<string> Progress);
