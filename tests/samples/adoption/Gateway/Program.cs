using Gateway.Data;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<TenantSettings>(builder.Configuration.GetRequiredSection("Tenant"));
builder.Services.AddSingleton<TenantNames>();
builder.Services.AddDbContext<GatewaySqliteContext>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Sqlite")));
builder.Services.AddDbContext<GatewayMySqlContext>(options => options.UseMySql(
    builder.Configuration.GetConnectionString("MySql"), ServerVersion.Parse(builder.Configuration["ServerVersion"])));
var app = builder.Build();
app.MapGet("/routes", (GatewaySqliteContext gateway) => gateway.Routes.ToListAsync());
app.Run();
