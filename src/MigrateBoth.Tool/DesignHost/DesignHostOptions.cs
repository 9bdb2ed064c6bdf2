using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>How long to wait for the design host, and how much it tells.</summary>
internal sealed record DesignHostOptions
{
    /// <summary>How long the host may take to start and shake hands.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a request may stay silent before the host counts as hung. A long SQL command is not silent: the host reports it.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a cancelled request may take to say how far it got.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether errors of the application show its stack frames (<c>--verbose</c>).</summary>
    public bool Verbose { get; init; }

    /// <summary>The folder with a folder per EF Core major, <c>hosts</c> beside the tool.</summary>
    public string HostsDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "hosts");

    /// <summary>The options of a command line.</summary>
    public static DesignHostOptions From(GlobalOptions options)
    {
        var usual = new DesignHostOptions { Verbose = options.Verbose };

        // Who allows the whole command more, or less, means its slowest part.
        return options.Timeout is { } timeout ? usual with { SilenceTimeout = timeout } : usual;
    }
}
