namespace MigrateBoth.Core.Protocol;

/// <summary>Asks for every context of the application, those included that only its container knows.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine for which the application is run.</param>
public sealed record ContextsRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>The contexts.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Contexts">The answer.</param>
public sealed record ContextsReply(int RequestId, IReadOnlyList<DeployedContext> Contexts) : HostReply(RequestId);

/// <summary>A context of the built application.</summary>
/// <param name="FullName">The full name of its type.</param>
/// <param name="Assembly">The assembly that it is in.</param>
public sealed record DeployedContext(string FullName, string Assembly);
