using Microsoft.EntityFrameworkCore;

await using var members = new Clubhouse.Members.SqliteContext();
await using var bookings = new Clubhouse.Bookings.SqliteContext();
Console.WriteLine($"{await members.Members.CountAsync()} members, {await bookings.Courts.CountAsync()} courts");
