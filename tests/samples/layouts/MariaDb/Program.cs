using MigrateBoth.EntityFrameworkCore;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Notes;

var builder = Host.CreateApplicationBuilder(args);

// The server of this application is a MariaDB, whatever name the settings call it by. The string semantics then choose MariaDB's
// utf8mb4_nopad_bin, because MariaDB has no utf8mb4_0900_bin.
builder.Services.AddMigrateBothDbContext<NotesContext>(builder.Configuration, options => options
    .ServerVersion("10.11.6-mariadb")
    .UseStringSemantics());
using var host = builder.Build();

await using var scope = host.Services.CreateAsyncScope();
Console.WriteLine($"{await scope.ServiceProvider.GetRequiredService<NotesContext>().Notes.CountAsync()} notes");
