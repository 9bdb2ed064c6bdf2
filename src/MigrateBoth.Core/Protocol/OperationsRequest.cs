namespace MigrateBoth.Core.Protocol;

/// <summary>Asks what every migration does. It runs every <c>Up</c>, which is why <see cref="DescribeRequest"/> does not answer it too: few commands want to know.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record OperationsRequest(int Id, Engine Engine) : HostRequest(Id, Engine);
