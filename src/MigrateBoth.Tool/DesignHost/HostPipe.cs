using System.IO.Pipes;
using System.Security.Cryptography;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>A named pipe with a random name that only the same user can open.</summary>
internal sealed class HostPipe : IDisposable
{
    // A Unix socket's path has room for about a hundred bytes; .NET would put ours into TMPDIR, however long that is.
    private const int LongestDirectory = 60;

    private readonly NamedPipeServerStream _stream;
    private bool _handedOver;

    private HostPipe(string name)
    {
        Name = name;
        _stream = new NamedPipeServerStream(
            name, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
    }

    /// <summary>The name as both sides pass it to .NET.</summary>
    public string Name { get; }

    public static HostPipe Create()
    {
        var name = "migrate-both-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        return new HostPipe(OperatingSystem.IsWindows() ? name : Path.Combine(SocketDirectory(), name));
    }

    /// <summary>Waits for the host and hands over the connection.</summary>
    public async Task<Stream> AcceptAsync(CancellationToken cancellationToken)
    {
        await _stream.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
        _handedOver = true;

        // The socket's file has done its work; a tool that is killed later cannot leave it behind.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(Name);
        }

        return _stream;
    }

    public void Dispose()
    {
        if (!_handedOver)
        {
            _stream.Dispose();
        }
    }

    private static string SocketDirectory()
    {
        var temporary = Path.GetTempPath();
        return temporary.Length <= LongestDirectory ? temporary : "/tmp";
    }
}
