using Lending;
using Microsoft.EntityFrameworkCore;

await using var library = new LibraryContext(new DbContextOptionsBuilder<LibraryContext>().UseSqlite("Data Source=library.db").Options);
Console.WriteLine($"{await library.Loans.CountAsync()} loans");
