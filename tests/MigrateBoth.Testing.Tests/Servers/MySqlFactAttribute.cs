namespace MigrateBoth.Testing.Tests.Servers;

/// <summary>A test that needs a real MySQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MySqlFactAttribute : FactAttribute
{
    public MySqlFactAttribute()
    {
        if (MySqlServer.Image is null)
        {
            Skip = "No Docker or no MySQL image (eng/mysql/ensure.sh makes one).";
        }
    }
}
