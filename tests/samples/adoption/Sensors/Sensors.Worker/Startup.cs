using Microsoft.EntityFrameworkCore;
using Sensors.Data;

namespace Sensors.Worker
{
    public class Startup
    {
        public Startup(IConfiguration configuration)
        {
            Configuration = configuration;
        }

        public IConfiguration Configuration { get; }

        public void ConfigureServices(IServiceCollection services)
        {
            var connection = Configuration["Database:ConnectionString"];
            switch (Configuration["Database:Provider"])
            {
                case "mysql":
                    services.AddDbContext<SensorContext>(options => options.UseMySql(
                        connection, new MySqlServerVersion("9.7.0"), mysql => mysql.MigrationsAssembly("Sensors.Data.MySql")));
                    break;
                case "sqlite":
                    services.AddDbContext<SensorContext>(options => options.UseSqlite(connection));
                    break;
                default:
                    throw new InvalidOperationException("Database:Provider is neither mysql nor sqlite.");
            }
        }

        public void Configure(IApplicationBuilder app)
        {
            app.UseRouting();
        }
    }
}
