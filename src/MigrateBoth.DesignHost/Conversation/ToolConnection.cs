using System.IO.Pipes;
using System.Text;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Conversation;

/// <summary>The host's end of the pipe. Lines may be written by several requests at once.</summary>
internal sealed class ToolConnection : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly NamedPipeClientStream _pipe;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;
    private readonly object _writing = new();

    private ToolConnection(NamedPipeClientStream pipe)
    {
        _pipe = pipe;
        _reader = new StreamReader(pipe, Utf8);
        _writer = new StreamWriter(pipe, Utf8) { AutoFlush = true };
    }

    public static async Task<ToolConnection> OpenAsync(string name)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync((int)TimeSpan.FromSeconds(30).TotalMilliseconds).ConfigureAwait(false);
        return new ToolConnection(pipe);
    }

    /// <summary>The next line; null when the tool has closed the pipe.</summary>
    public async Task<string?> ReadLineAsync()
    {
        try
        {
            return await _reader.ReadLineAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // A tool that was killed closes the pipe less politely; it means the same.
            return null;
        }
    }

    public void Send(HostMessage message)
    {
        var line = ProtocolLine.Write(message);
        lock (_writing)
        {
            try
            {
                _writer.WriteLine(line);
            }
            catch (IOException)
            {
                // The tool has closed the pipe; the reading side detects that and ends the process.
            }
        }
    }

    public void Dispose() => _pipe.Dispose();
}
