using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Conversation;

namespace MigrateBoth.DesignHost;

/// <summary>Reports the progress of a request; without progress the tool assumes that the host hangs.</summary>
internal sealed class RequestProgress(ToolConnection connection, HostRequest request)
{
    public void Report(string text) =>
        connection.Send(new ProgressReport(request.Id, new HostProgress(request.Engine, text)));
}
