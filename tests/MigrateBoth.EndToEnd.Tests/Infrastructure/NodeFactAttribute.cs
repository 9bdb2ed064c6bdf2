using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A test of a script that needs Node.js. Where there is none, or an old one, it is skipped, in sight.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private const int Oldest = 20;

    private static readonly int Version = Find();

    public NodeFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Version < Oldest)
        {
            Skip = $"needs Linux and Node.js {Oldest}, which GitHub's parser of workflows runs on";
        }
    }

    private static int Find()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            return int.Parse(node.StandardOutput.ReadToEnd().TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is Win32Exception or FormatException)
        {
            return 0;
        }
    }
}
