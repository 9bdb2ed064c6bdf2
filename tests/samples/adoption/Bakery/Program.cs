using Bakery;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<BakeryContext>();
builder.Services.AddDbContext<SqliteBakeryContext>();
builder.Build().Run();
