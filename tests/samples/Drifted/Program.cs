using Drifted;
using Drifted.Model;

using MigrateBoth.EntityFrameworkCore;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMigrateBothDbContext<LibraryContext>(builder.Configuration, options => options.ServerVersion("9.7.0").UseStringSemantics());
using var host = builder.Build();

await using var scope = host.Services.CreateAsyncScope();
var context = scope.ServiceProvider.GetRequiredService<LibraryContext>();
foreach (var loan in await context.Set<Loan>().Where(loan => loan.ReturnedOn == null).OrderBy(loan => loan.DueOn).ThenBy(loan => loan.Id).ToListAsync())
{
    Console.WriteLine($"{loan.DueOn:yyyy-MM-dd} copy {loan.CopyId}");
}
