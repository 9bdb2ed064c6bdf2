namespace MigrateBoth.Testing.Tests.Servers;

/// <summary>A theory that needs a real MySQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MySqlTheoryAttribute : TheoryAttribute
{
    public MySqlTheoryAttribute()
    {
        if (MySqlServer.Image is null)
        {
            Skip = "No Docker or no MySQL image (eng/mysql/ensure.sh makes one).";
        }
    }
}
