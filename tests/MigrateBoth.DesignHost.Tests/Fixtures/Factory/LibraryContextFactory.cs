using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Factory;

public sealed class LibraryContextFactory : IDesignTimeDbContextFactory<LibraryContext>
{
    public LibraryContext CreateDbContext(string[] args)
    {
        Misbehaviour.Act("factory");
        var options = new DbContextOptionsBuilder<LibraryContext>();
        var provider = args[Array.IndexOf(args, "--provider") + 1];
        _ = provider switch
        {
            "Sqlite" => options.UseSqlite("Data Source=/nowhere/at/all.db"),
            "MySql" => options.UseMySql("Server=nowhere.invalid;Database=x;Password=hidden", ServerVersion.Parse("8.4.0-mysql")),
            _ => throw new ArgumentException($"Unknown provider {provider}."),
        };
        return new LibraryContext(options.Options);
    }
}
