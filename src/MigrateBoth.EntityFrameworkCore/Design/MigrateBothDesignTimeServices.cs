using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.EntityFrameworkCore.Design;

/// <summary>
/// Found by <c>dotnet ef</c> through an assembly attribute that this package adds to the project that references it
/// (build/MigrateBoth.EntityFrameworkCore.targets). Not for use in code.
/// </summary>
public sealed class MigrateBothDesignTimeServices : IDesignTimeServices
{
    /// <inheritdoc />
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection) =>
        serviceCollection.AddScoped<IMigrationsScaffolder, ProviderMigrationsScaffolder>();
}
