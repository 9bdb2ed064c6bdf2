namespace MigrateBoth.Core.Protocol;

/// <summary>Asks for the model and the migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record DescribeRequest(int Id, Engine Engine) : HostRequest(Id, Engine);
