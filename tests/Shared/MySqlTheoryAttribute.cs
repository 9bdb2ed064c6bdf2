namespace MigrateBoth.Tests.Shared;

/// <summary>A theory that needs a real MySQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MySqlTheoryAttribute : TheoryAttribute
{
    public MySqlTheoryAttribute() => Skip = MySqlContainer.Image is null ? "No Docker or no MySQL image (eng/mysql/ensure.sh makes one)." : null;
}
