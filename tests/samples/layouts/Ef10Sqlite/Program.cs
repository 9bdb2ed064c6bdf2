using Microsoft.EntityFrameworkCore;

using Notes;

await using var context = new NotesContext();
Console.WriteLine($"{await context.Notes.CountAsync()} notes");
