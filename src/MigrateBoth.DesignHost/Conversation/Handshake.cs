using System.Runtime.InteropServices;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Conversation;

/// <summary>Both sides say their version before anything else, and both refuse any other.</summary>
internal static class Handshake
{
#if EFCORE8
    private const int EfCoreMajor = 8;
#elif EFCORE9
    private const int EfCoreMajor = 9;
#else
    private const int EfCoreMajor = 10;
#endif

    /// <summary>What the tool wants; null when it speaks another version or has gone.</summary>
    public static async Task<HostSession?> RunAsync(ToolConnection connection)
    {
        connection.Send(new HostGreeting(ProtocolVersion.Current, EfCoreMajor, RuntimeInformation.FrameworkDescription));

        if (await connection.ReadLineAsync().ConfigureAwait(false) is not { } line)
        {
            return null;
        }

        var version = ProtocolLine.ReadVersion(line);
        if (version == ProtocolVersion.Current && ProtocolLine.ReadToolMessage(line) is ToolGreeting greeting)
        {
            return greeting.Session;
        }

        await Console.Error.WriteLineAsync(
            $"The design host speaks protocol {ProtocolVersion.Current}, the tool {version?.ToString() ?? "something else"}.").ConfigureAwait(false);
        return null;
    }
}
