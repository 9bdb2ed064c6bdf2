using Bookshop.Data;
using Microsoft.EntityFrameworkCore;

using BookContext books = args.Contains("--mysql") ? new DesignTime.MySqlFactory().CreateDbContext(args) : new DesignTime.SqliteFactory().CreateDbContext(args);
books.Database.Migrate();
Console.WriteLine($"{books.Books.Count()} books");
