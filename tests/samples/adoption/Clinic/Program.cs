using Clinic;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<SqliteClinicContext>(options => options.UseSqlite("Data Source=clinic.db"));
builder.Services.AddDbContext<MySqlClinicContext>(options =>
    options.UseMySql("Server=127.0.0.1;Port=1;Database=clinic;User=root;Password=clinic", new MySqlServerVersion("9.7.0")));
builder.Services.AddHostedService<Reminders>();
var app = builder.Build();
app.MapGet("/visits", (MySqlClinicContext clinic) => clinic.Visits.ToListAsync());
app.Run();
