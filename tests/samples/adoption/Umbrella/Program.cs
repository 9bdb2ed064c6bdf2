using Microsoft.EntityFrameworkCore;
using Umbrella;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<SqliteUmbrellaContext>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Lite")));
builder.Build().Run();
