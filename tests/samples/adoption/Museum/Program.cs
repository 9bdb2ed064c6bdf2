using Microsoft.EntityFrameworkCore;
using Museum;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<SqliteMuseumContext>(options => options.UseSqlite("Data Source=museum.db"));
builder.Services.AddDbContext<MySqlMuseumContext>(options => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql")));
builder.Services.AddDbContext<PostgresMuseumContext>(options => options.UseNpgsql("Host=localhost;Database=museum"));
builder.Services.AddDbContext<VisitContext>(options => options.UseNpgsql("Host=localhost;Database=visits"));
builder.Services.AddDbContext<NightContext>(options => options.UseSqlite("Data Source=night.db"));
builder.Build().Run();
