using Microsoft.EntityFrameworkCore;
using Sensors.Data;

namespace Sensors.Worker
{
    /// <summary>Works from the moment the host runs.</summary>
    public class Collector : BackgroundService
    {
        private readonly IServiceScopeFactory _scopes;

        public Collector(IServiceScopeFactory scopes)
        {
            _scopes = scopes;
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using (var scope = _scopes.CreateScope())
            {
                await scope.ServiceProvider.GetRequiredService<SensorContext>().Database.MigrateAsync(stoppingToken);
            }
        }
    }
}
