namespace Clinic;

/// <summary>Never ends by itself, and cannot work without the database.</summary>
public sealed class Reminders(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        File.WriteAllText("reminders-started", "");
        while (true)
        {
            using var scope = scopes.CreateScope();
            _ = scope.ServiceProvider.GetRequiredService<MySqlClinicContext>().Visits.Count();
            await Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
        }
    }
}
