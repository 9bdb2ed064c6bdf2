using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers;

/// <summary>Which MySQL server a command wants.</summary>
public sealed record MySqlServerRequest
{
    /// <summary>The environment variable that gives a server, as <see cref="Server"/> does.</summary>
    public const string ServerVariable = "MIGRATEBOTH_MYSQL";

    /// <summary>The environment variable that gives the container image.</summary>
    public const string ImageVariable = "MIGRATEBOTH_MYSQL_IMAGE";

    /// <summary>The environment variable that gives the path of a <c>mysqld</c> or <c>mariadbd</c>.</summary>
    public const string ExecutableVariable = "MIGRATEBOTH_MYSQLD";

    /// <summary>The default image.</summary>
    public const string DefaultImage = "mysql:8.4";

    /// <summary><c>auto</c>, <c>docker</c>, <c>local</c>, or a connection string, as <c>--mysql</c> gives it.</summary>
    public string Server { get; init; } = "auto";

    /// <summary>The image of <c>--mysql-image</c>, or null.</summary>
    public string? Image { get; init; }

    /// <summary>The image that the configuration names, or null. The environment variable comes before it.</summary>
    public string? ConfiguredImage { get; init; }

    /// <summary>The version that the configuration names, or null.</summary>
    public string? ConfiguredVersion { get; init; }

    /// <summary>How long a server that was started may take until it answers. Pulling an image does not count.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The folder of leases and of the warm server's state; null for the user's own.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>How environment variables are read; tests give their own.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The image to use: option before environment before configuration before default.</summary>
    public string EffectiveImage => FirstGiven(Image, Environment(ImageVariable), ConfiguredImage) ?? DefaultImage;

    /// <summary>What was named: a server has to meet all of it. The default image is not a requirement.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">The version that was named is none.</exception>
    public IReadOnlyList<ServerRequirement> Requirements =>
    [
        .. FirstGiven(ConfiguredVersion) is { } version ? [ServerRequirement.OfVersion("mysql.version", version)] : Array.Empty<ServerRequirement>(),
        .. NamedImage() is var (origin, image) ? [ServerRequirement.OfImage(origin, image)] : Array.Empty<ServerRequirement>(),
    ];

    internal bool IsExecutableNamed => FirstGiven(Environment(ExecutableVariable)) is not null;

    internal string EffectiveStateDirectory => StateDirectory ?? Core.Scratch.StateDirectory.Locate();

    /// <summary>Why a server is not what was requested, or null.</summary>
    internal string? Refusal(Core.Schema.ServerIdentity server, string? image) => ServerRequirement.Refusal(Requirements, server, image);

    private (string Origin, string Image)? NamedImage() =>
        FirstGiven(Image) is { } option ? ("--mysql-image", option)
        : FirstGiven(Environment(ImageVariable)) is { } variable ? (ImageVariable, variable)
        : FirstGiven(ConfiguredImage) is { } configured ? ("mysql.image", configured)
        : null;

    internal static string? FirstGiven(params string?[] values) => Array.Find(values, v => !string.IsNullOrWhiteSpace(v))?.Trim();
}
