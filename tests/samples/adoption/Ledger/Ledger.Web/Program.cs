using Ledger.Data;
using Ledger.Data.MySql;
using Ledger.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<SqliteLedgerContext>(options => options.UseSqlite("Data Source=ledger.db"));
builder.Services.AddDbContext<MySqlLedgerContext>(options => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql")));
builder.Services.AddScoped<LedgerContext>(services => services.GetRequiredService<SqliteLedgerContext>());
builder.Build().Run();
