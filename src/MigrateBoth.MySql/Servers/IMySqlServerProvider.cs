using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers;

/// <summary>One way to get a server.</summary>
internal interface IMySqlServerProvider
{
    /// <summary>What it is, for messages: <c>a container of mysql:8.4</c>.</summary>
    string Description { get; }

    /// <summary>Gets a server that answers. On any exception nothing is left running.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">This way leads nowhere here.</exception>
    Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken);
}
