using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Applying;
using MigrateBoth.DesignHost.Contexts;
using MigrateBoth.DesignHost.Describing;
using MigrateBoth.DesignHost.Fixing;
using MigrateBoth.DesignHost.Probing;
using MigrateBoth.DesignHost.Scaffolding;
using MigrateBoth.DesignHost.Tracing;

namespace MigrateBoth.DesignHost.Conversation;

/// <summary>Sends each request to the class that answers it.</summary>
internal sealed class RequestHandler
{
    private readonly HostSession _session;
    private readonly Dictionary<Engine, EngineContexts> _contexts;

    public RequestHandler(HostSession session)
    {
        _session = session;
        var assemblies = new Lazy<ApplicationAssemblies>(() => ApplicationAssemblies.Load(session));
        _contexts = EngineNames.All.ToDictionary(
            engine => engine,
            engine => new EngineContexts(new ContextResolver(session, engine, assemblies, () => _contexts![engine.Other()].ApplicationOptions())));
    }

    public HostReply Handle(HostRequest request, RequestProgress progress, CancellationToken cancellationToken)
    {
        if (request is ContextsRequest)
        {
            return new ContextsReply(request.Id, [.. _contexts[request.Engine].AllTypes().Select(type => new DeployedContext(type.FullName!, type.Assembly.GetName().Name!))]);
        }

        progress.Report($"making the {request.Engine.DisplayName()} context");
        using var context = _contexts[request.Engine].Rent();
        cancellationToken.ThrowIfCancellationRequested();
        return request switch
        {
            DescribeRequest => new ModelReply(request.Id, new ModelDescriber(context, progress).Describe()),
            HistoryRequest => new HistoryReply(request.Id, new MigrationsReader(context).ReadHistory()),
            OperationsRequest => new OperationsReply(request.Id, new MigrationsReader(context).ReadOperations()),
            MigrationContentRequest content => new MigrationContentReply(request.Id, new MigrationsReader(context).ReadContent(content.Migration)),
            OriginsRequest => new OriginsReply(request.Id, new OriginsReader(context, _session).Read()),
            FixRequest fix => new FixReply(request.Id, new FixWriter(context).Write(fix.Targets)),
            ScaffoldRequest scaffold => new ScaffoldReply(
                request.Id, new MigrationScaffolder(_session, context).Scaffold(scaffold.Timestamp, scaffold.Name)),
            PlanRemovalRequest => new RemovalReply(request.Id, new RemovalPlanner(_session, context).Plan()),
            ScriptRequest script => new ScriptReply(
                request.Id, ScriptGenerator.Generate(context, script.From, script.To, script.Idempotent)),
            PlanApplyRequest plan => new PlanReply(
                request.Id, new ApplyPlanner(context).Plan(plan.ConnectionString, plan.Target)),
            ApplyRequest apply => new RunReply(
                request.Id,
                new MigrationApplier(context, progress, cancellationToken).Apply(apply)),
            CreateFromModelRequest create => CreateFromModel(context, create, progress),
            CreateStandInsRequest create => new StandInsReply(request.Id, StandInTables.Create(context, create.ConnectionString)),
            SurfaceRequest => new SurfaceReply(request.Id, new SurfaceReader(context).Read()),
            ProbeRequest probe => new ProbeReply(request.Id, new ProbeRunner(context, progress, cancellationToken).Run(probe.ConnectionString, probe.Probes)),
            _ => throw new NotSupportedException($"The design host does not know the request {request.GetType().Name}."),
        };
    }

    private static DoneReply CreateFromModel(RentedContext context, CreateFromModelRequest request, RequestProgress progress)
    {
        progress.Report("creating the model's tables");
        ModelCreator.Create(context, request.ConnectionString);
        return new DoneReply(request.Id);
    }
}
