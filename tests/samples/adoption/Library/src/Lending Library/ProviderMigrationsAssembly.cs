using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace Lending;

#pragma warning disable EF1001 // EF Core has no other place where the two providers' migrations could be told apart.

/// <summary>Shows a context only the migrations of its own provider, by the namespace they are in.</summary>
public sealed class ProviderMigrationsAssembly(
    ICurrentDbContext current, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    : MigrationsAssembly(current, options, ids, logger)
{
    private readonly string _folder = current.Context.Database.IsSqlite() ? ".Migrations.Sqlite" : ".Migrations.MySql";

    public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
        Own<Migration>()
            .Select(type => (Id: type.GetCustomAttribute<MigrationAttribute>()?.Id, Type: type))
            .Where(migration => migration.Id is not null)
            .OrderBy(migration => migration.Id, StringComparer.Ordinal)
            .ToDictionary(migration => migration.Id!, migration => migration.Type);

    public override ModelSnapshot? ModelSnapshot =>
        Own<ModelSnapshot>().Select(type => (ModelSnapshot?)Activator.CreateInstance(type)).SingleOrDefault();

    private IEnumerable<TypeInfo> Own<T>() =>
        Assembly.DefinedTypes.Where(type => type.IsSubclassOf(typeof(T)) && type.Namespace?.EndsWith(_folder, StringComparison.Ordinal) == true);
}
