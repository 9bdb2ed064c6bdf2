using Microsoft.EntityFrameworkCore;

await using Journal.Data.JournalContextBase journal = args.Contains("--server") ? new Journal.Data.MySql.JournalContext() : new Journal.Data.Sqlite.JournalContext();
Console.WriteLine($"{await journal.Entries.CountAsync()} entries");
