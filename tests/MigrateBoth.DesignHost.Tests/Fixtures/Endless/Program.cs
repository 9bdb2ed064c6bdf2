using Microsoft.EntityFrameworkCore;

// A worker without a generic host: nothing tells EF Core that Main will never come to an end.
Thread.Sleep(Timeout.Infinite);

public class QueueContext(DbContextOptions<QueueContext> options) : DbContext(options);
