namespace MigrateBoth.Core.Scratch;

/// <summary>Something this process started and has to remove, written down so that a later run can remove it if this one is killed.</summary>
/// <param name="Kind"><c>directory</c>, <c>container</c>, <c>process</c> or <c>database</c>.</param>
/// <param name="Id">A full path, a container id, a process id with its start time, or a database name.</param>
/// <param name="Detail">What a sweeper needs beside the id, such as the server's host and port; never a password.</param>
/// <param name="UnreachableSince">Since when sweeps have found that the server it is on does not answer; null while it does, or it is on none.</param>
public sealed record LeasedResource(string Kind, string Id, string? Detail = null, DateTimeOffset? UnreachableSince = null);
