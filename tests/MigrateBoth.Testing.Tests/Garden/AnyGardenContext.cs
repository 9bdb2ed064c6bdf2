using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Tests.Garden;

/// <summary>A context of which each engine has a class of its own.</summary>
public abstract class AnyGardenContext(DbContextOptions options) : DbContext(options);

/// <summary>The one of SQLite.</summary>
public sealed class SqliteGardenContext(DbContextOptions<SqliteGardenContext> options) : AnyGardenContext(options);
