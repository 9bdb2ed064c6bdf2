using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>A database that a command works on.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">How to reach it; may hold a password.</param>
/// <param name="Display">How it is called in messages: a path, or <c>user@host:port/database</c>.</param>
internal sealed record DatabaseTarget(Engine Engine, string ConnectionString, string Display)
{
    // A record prints its members; this one must never print a password.
    public override string ToString() => Display;
}
