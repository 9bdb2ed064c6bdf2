using Microsoft.EntityFrameworkCore;

using Notes.App;

await using var context = new NotesContextFactory().CreateDbContext(args);
Console.WriteLine($"{await context.Notes.CountAsync()} notes");
