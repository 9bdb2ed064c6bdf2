using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>
/// The methods of <see cref="MigrateBothDbContextOptionsExtensions"/> and <see cref="MigrateBothStringExtensions"/> for a typed
/// builder, so that <c>.Options</c> at the end of a chain keeps its type.
/// </summary>
public static class MigrateBothTypedOptionsExtensions
{
    /// <inheritdoc cref="MigrateBothDbContextOptionsExtensions.UseMigrateBoth(DbContextOptionsBuilder, IConfiguration, Action{MigrateBothOptionsBuilder})" />
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseMigrateBoth<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder, IConfiguration configuration, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext =>
        (DbContextOptionsBuilder<TContext>)((DbContextOptionsBuilder)optionsBuilder).UseMigrateBoth(configuration, configure);

    /// <inheritdoc cref="MigrateBothDbContextOptionsExtensions.UseMigrateBoth(DbContextOptionsBuilder, string, string, Action{MigrateBothOptionsBuilder})" />
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseMigrateBoth<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder, string? databaseType, string? databaseUrl, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext =>
        (DbContextOptionsBuilder<TContext>)((DbContextOptionsBuilder)optionsBuilder).UseMigrateBoth(databaseType, databaseUrl, configure);

    /// <inheritdoc cref="MigrateBothDbContextOptionsExtensions.UseMigrateBoth(DbContextOptionsBuilder, DatabaseSettings, Action{MigrateBothOptionsBuilder})" />
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseMigrateBoth<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder, DatabaseSettings settings, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext =>
        (DbContextOptionsBuilder<TContext>)((DbContextOptionsBuilder)optionsBuilder).UseMigrateBoth(settings, configure);

    /// <inheritdoc cref="MigrateBothDbContextOptionsExtensions.UseMigrateBoth(DbContextOptionsBuilder, Action{MigrateBothOptionsBuilder})" />
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseMigrateBoth<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder, Action<MigrateBothOptionsBuilder>? configure = null)
        where TContext : DbContext =>
        (DbContextOptionsBuilder<TContext>)((DbContextOptionsBuilder)optionsBuilder).UseMigrateBoth(configure);

    /// <inheritdoc cref="MigrateBothStringExtensions.UseMigrateBothStringSemantics(DbContextOptionsBuilder)" />
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseMigrateBothStringSemantics<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder)
        where TContext : DbContext =>
        (DbContextOptionsBuilder<TContext>)((DbContextOptionsBuilder)optionsBuilder).UseMigrateBothStringSemantics();
}
