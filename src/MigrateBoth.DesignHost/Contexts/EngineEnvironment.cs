using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The environment variables by which an application chooses its provider, set while a context is made and put back afterwards.</summary>
internal sealed class EngineEnvironment : IDisposable
{
    private const string AspNetCore = "ASPNETCORE_ENVIRONMENT";
    private const string DotNet = "DOTNET_ENVIRONMENT";

    private readonly Dictionary<string, string?> _before = [];

    private EngineEnvironment()
    {
    }

    public static EngineEnvironment Enter(HostSession session, Engine engine)
    {
        var environment = new EngineEnvironment();
        environment.Set("DATABASE_TYPE", engine.Id());
        foreach (var (name, value) in session[engine].Environment)
        {
            environment.Set(name, value);
        }

        // As EF Core's tools: one of the two decides for both, and without either it is the developer's machine.
        var (aspNetCore, dotNet) = (Environment.GetEnvironmentVariable(AspNetCore), Environment.GetEnvironmentVariable(DotNet));
        environment.Set(AspNetCore, aspNetCore ?? dotNet ?? "Development");
        environment.Set(DotNet, dotNet ?? aspNetCore ?? "Development");
        return environment;
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
