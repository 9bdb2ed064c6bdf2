using System.Diagnostics.Tracing;

using MigrateBoth.Testing.TestNames;

namespace MigrateBoth.Testing.Recording;

/// <summary>
/// Observes the start of every <see cref="HttpClient"/> request, on the stack of the sender. A test of an endpoint may use its database only in
/// the request's handler, on another thread; the sender's stack is where the test can be identified.
/// </summary>
internal sealed class HttpRequestListener : EventListener
{
    private RecordingSession? _session;

    /// <summary>Listens as long as the process runs.</summary>
    public static void Start(RecordingSession session) => s_listener ??= new HttpRequestListener { _session = session };

    private static HttpRequestListener? s_listener;

    /// <inheritdoc />
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    /// <inheritdoc />
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "RequestStart" && _session is { } session && TestStack.Find() is { Method: not null } test)
        {
            foreach (var recorder in session.Recorders)
            {
                recorder.ObserveRequest(test);
            }
        }
    }
}
