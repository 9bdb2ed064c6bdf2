using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Conversation;

namespace MigrateBoth.DesignHost;

/// <summary>Tells the tool what a request is doing; the tool takes silence for a hang.</summary>
internal sealed class RequestProgress(ToolConnection connection, HostRequest request)
{
    public void Report(string text) =>
        connection.Send(new ProgressReport(request.Id, new HostProgress(request.Engine, text)));
}
