using MigrateBoth.Core.Model;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Core.Protocol;

/// <summary>Requests every context of the application, including those that only its container can create.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine for which the application is run.</param>
public sealed record ContextsRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>The answer to <see cref="ContextsRequest"/>.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Contexts">The answer.</param>
public sealed record ContextsReply(int RequestId, IReadOnlyList<DeployedContext> Contexts) : HostReply(RequestId);

/// <summary>A context of the built application.</summary>
/// <param name="FullName">The full name of its type.</param>
/// <param name="Assembly">The assembly that it is in.</param>
public sealed record DeployedContext(string FullName, string Assembly);

/// <summary>Requests the model and the migrations.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record DescribeRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>The model and migrations of one engine.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Model">The answer.</param>
public sealed record ModelReply(int RequestId, EngineModel Model) : HostReply(RequestId);

/// <summary>Requests only the migrations, for commands that need not wait until the model is compared with its snapshot.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record HistoryRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>The migrations of one engine.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="History">The answer.</param>
public sealed record HistoryReply(int RequestId, EngineHistory History) : HostReply(RequestId);

/// <summary>Requests the operations of every migration. It runs every <c>Up</c> and is only needed by a few commands, so it is separate from <see cref="DescribeRequest"/>.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record OperationsRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>The operations of one engine's migrations.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Migrations">The answer, in the order of the history.</param>
public sealed record OperationsReply(int RequestId, IReadOnlyList<MigrationOperations> Migrations) : HostReply(RequestId);

/// <summary>Requests the operations of one migration. No database is contacted.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Migration">The migration's id.</param>
public sealed record MigrationContentRequest(int Id, Engine Engine, string Migration) : HostRequest(Id, Engine);

/// <summary>What one migration does.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Content">The answer.</param>
public sealed record MigrationContentReply(int RequestId, MigrationContent Content) : HostReply(RequestId);

/// <summary>Requests the source locations of migrations and mapped properties. It runs every <c>Up</c> and reads symbols, so it is only sent when there are findings.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
public sealed record OriginsRequest(int Id, Engine Engine) : HostRequest(Id, Engine);

/// <summary>Where one engine's migrations and model are written.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Origins">The answer.</param>
public sealed record OriginsReply(int RequestId, EngineOrigins Origins) : HostReply(RequestId);

/// <summary>Requests the calls of a migration that change objects so that they match the model.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Targets">The objects.</param>
public sealed record FixRequest(int Id, Engine Engine, IReadOnlyList<FixTarget> Targets) : HostRequest(Id, Engine);

/// <summary>The calls that correct objects.</summary>
/// <param name="RequestId">The request it answers.</param>
/// <param name="Code">C# for each object, in the order of the request; null where the model does not have it or no call does it for certain.</param>
public sealed record FixReply(int RequestId, IReadOnlyList<FixCode?> Code) : HostReply(RequestId);
