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

    /// <summary>The image when nobody says anything.</summary>
    public const string DefaultImage = "mysql:8.4";

    /// <summary><c>auto</c>, <c>docker</c>, <c>local</c>, or a connection string, as <c>--mysql</c> gives it.</summary>
    public string Server { get; init; } = "auto";

    /// <summary>The image of <c>--mysql-image</c>, or null.</summary>
    public string? Image { get; init; }

    /// <summary>The image that the configuration names, or null. The environment variable comes before it.</summary>
    public string? ConfiguredImage { get; init; }

    /// <summary>How long a server that was started may take until it answers. Pulling an image does not count.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The folder of leases and of the warm server's state; null for the user's own.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>How environment variables are read; tests give their own.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The image to use: option before environment before configuration before default.</summary>
    public string EffectiveImage => FirstGiven(Image, Environment(ImageVariable), ConfiguredImage) ?? DefaultImage;

    internal string EffectiveStateDirectory => StateDirectory ?? Core.Scratch.StateDirectory.Locate();

    internal static string? FirstGiven(params string?[] values) => Array.Find(values, v => !string.IsNullOrWhiteSpace(v))?.Trim();
}
