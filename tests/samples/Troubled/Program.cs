using MigrateBoth.EntityFrameworkCore;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Troubled;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMigrateBothDbContext<ProbeContext>(builder.Configuration, options => options.ServerVersion("9.7.0").UseStringSemantics());
builder.Services.AddMigrateBothDbContext<TripContext>(builder.Configuration, options => options.ServerVersion("9.7.0").UseStringSemantics());
builder.Services.AddMigrateBothDbContext<SoundContext>(builder.Configuration, options => options.ServerVersion("9.7.0").UseStringSemantics());
builder.Services.AddMigrateBothDbContext<UnprobedContext>(builder.Configuration, options => options.ServerVersion("9.7.0").UseStringSemantics());
using var host = builder.Build();
Console.WriteLine("Nothing to see here: run 'dotnet migrate-both verify' with --config migrateboth.trip.json or migrateboth.behaviour.json.");
