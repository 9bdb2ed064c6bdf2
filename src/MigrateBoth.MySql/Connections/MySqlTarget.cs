using MigrateBoth.Core.Errors;
using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>Where a connection string leads, in words that hold no password.</summary>
internal sealed class MySqlTarget
{
    private readonly MySqlConnectionStringBuilder _builder;

    private MySqlTarget(MySqlConnectionStringBuilder builder) => _builder = builder;

    /// <summary>The database it names; empty when none.</summary>
    public string Database => _builder.Database;

    /// <summary>The account it names.</summary>
    public string User => _builder.UserID;

    /// <summary>Host and port, or the socket: the same for every connection string that reaches this server in the same way.</summary>
    public string Endpoint => IsSocket ? _builder.Server : $"{_builder.Server.ToLowerInvariant()}:{_builder.Port}";

    /// <summary>The host it names.</summary>
    public string Host => _builder.Server;

    /// <summary>The port it names, or 3306.</summary>
    public int Port => (int)_builder.Port;

    /// <summary>The password it holds: to be written to a file that only its owner can read, never anywhere else.</summary>
    public string Password => _builder.Password;

    private bool IsSocket => _builder.Server.StartsWith('/');

    /// <summary>Whether the text is meant to be a connection string or a URL rather than a word.</summary>
    public static bool LooksLikeOne(string text) => text.Contains('=', StringComparison.Ordinal) || ConnectionUrl.IsOne(text);

    /// <summary>Takes a connection string or a URL apart. Pooling is always off (catalogue row E-01).</summary>
    /// <exception cref="MigrateBothException">It is not one, or says things that contradict each other.</exception>
    public static MySqlTarget Parse(string connectionString)
    {
        Redaction.Learn(connectionString);
        try
        {
            var builder = ConnectionUrl.IsOne(connectionString) ? ConnectionUrl.Parse(connectionString) : new MySqlConnectionStringBuilder(connectionString);
            builder.Pooling = false;

            // A path is a Unix socket, whatever else was said; MySqlConnector wants to be told.
            if (builder.Server.StartsWith('/'))
            {
                builder.ConnectionProtocol = MySqlConnectionProtocol.UnixSocket;
            }

            if (builder.Server.Length == 0)
            {
                throw Invalid("it names no server");
            }

            return new MySqlTarget(builder);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            // The provider's message may quote what it stumbled over, which can be a password with a semicolon in it: it is not even kept.
            throw Invalid(MisreadConnection.Describe(connectionString));
        }
    }

    /// <summary>The same place with another database.</summary>
    public MySqlTarget WithDatabase(string database) => new(new MySqlConnectionStringBuilder(_builder.ConnectionString) { Database = database });

    /// <summary>The same place, given up sooner.</summary>
    public MySqlTarget WithTimeouts(uint seconds) =>
        new(new MySqlConnectionStringBuilder(_builder.ConnectionString) { ConnectionTimeout = seconds, DefaultCommandTimeout = seconds });

    /// <summary>The whole connection string, password included: for providers only, never for a message.</summary>
    public string ToConnectionString() => _builder.ConnectionString;

    /// <summary>Opens a connection with the settings of <see cref="MySqlSession"/>; failures are the driver's own.</summary>
    public Task<MySqlConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(further: null, cancellationToken);

    /// <summary>Opens a connection with further settings; failures are the driver's own.</summary>
    public Task<MySqlConnection> OpenAsync(Func<MySqlConnection, string>? further, CancellationToken cancellationToken) =>
        MySqlSession.OpenAsync(_builder.ConnectionString, further, cancellationToken);

    /// <inheritdoc/>
    public override string ToString() => User.Length > 0 ? $"{User}@{Endpoint}" : Endpoint;

    private static MigrateBothException Invalid(string reason) => new(
        ExitCode.Configuration,
        "connection-invalid",
        $"The MySQL connection string cannot be used: {reason}.",
        "Write it like Server=localhost;Port=3306;User ID=root;Password=***");
}
