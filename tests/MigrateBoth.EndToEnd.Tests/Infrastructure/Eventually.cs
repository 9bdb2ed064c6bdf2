namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>Waiting for something that another process does.</summary>
internal static class Eventually
{
    /// <summary>Polls until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, int seconds = 60)
    {
        var deadline = DateTime.UtcNow.AddSeconds(seconds);
        while (!await condition())
        {
            if (DateTime.UtcNow > deadline)
            {
                throw new TimeoutException($"Within {seconds} s this did not become true: {what}");
            }

            await Task.Delay(50);
        }
    }
}
