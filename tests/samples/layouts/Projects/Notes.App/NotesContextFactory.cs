using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Notes.App;

/// <summary>Reads <c>--provider Sqlite|MySql</c>, as EF Core's documentation suggests.</summary>
internal sealed class NotesContextFactory : IDesignTimeDbContextFactory<NotesContext>
{
    public NotesContext CreateDbContext(string[] args)
    {
        var position = Array.IndexOf(args, "--provider");
        var provider = position >= 0 && position + 1 < args.Length ? args[position + 1] : "Sqlite";
        var builder = new DbContextOptionsBuilder<NotesContext>();
        return new NotesContext(provider switch
        {
            "Sqlite" => builder.UseSqlite("Data Source=notes.db", options => options.MigrationsAssembly("Notes.Migrations.Sqlite")).Options,
            "MySql" => builder.UseMySql("Server=localhost;Database=notes", ServerVersion.Parse("9.7.0-mysql"), options => options.MigrationsAssembly("Notes.Migrations.MySql")).Options,
            _ => throw new ArgumentException($"The provider '{provider}' is not known; there are Sqlite and MySql."),
        });
    }
}
