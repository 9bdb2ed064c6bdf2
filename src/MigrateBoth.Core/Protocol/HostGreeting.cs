namespace MigrateBoth.Core.Protocol;

/// <summary>The host's first line.</summary>
/// <param name="Protocol">The version it speaks; see <see cref="ProtocolVersion"/>.</param>
/// <param name="EfCoreMajor">The EF Core major it was compiled for.</param>
/// <param name="Runtime">The .NET runtime it runs on, for people.</param>
public sealed record HostGreeting(int Protocol, int EfCoreMajor, string Runtime) : HostMessage;
