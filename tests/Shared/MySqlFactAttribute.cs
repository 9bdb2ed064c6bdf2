namespace MigrateBoth.Tests.Shared;

/// <summary>A test that needs a real MySQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MySqlFactAttribute : FactAttribute
{
    public MySqlFactAttribute() => Skip = MySqlContainer.Image is null ? "No Docker or no MySQL image (eng/mysql/ensure.sh makes one)." : null;
}
