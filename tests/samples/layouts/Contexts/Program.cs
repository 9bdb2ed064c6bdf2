using Microsoft.EntityFrameworkCore;

using Notes;

await using NotesContext context = args.Contains("--mysql") ? new MySqlNotesContext() : new SqliteNotesContext();
Console.WriteLine($"{await context.Notes.CountAsync()} notes");
