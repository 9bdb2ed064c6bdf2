using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Servers;

/// <summary>Cases on servers of this machine: a visible skip where one is missing, a failure where servers are declared to be there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute(params string[] kinds)
    {
        if (Environment.GetEnvironmentVariable("MIGRATEBOTH_REQUIRE_MYSQL") != "1" && kinds.Any(kind => LocalServer.Executable(kind) is null))
        {
            Skip = $"needs {string.Join(" and ", kinds)} on this machine: run eng/mysql/ensure-local.sh and export what it prints";
        }
    }
}
