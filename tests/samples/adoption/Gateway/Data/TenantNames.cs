using Microsoft.Extensions.Options;

namespace Gateway.Data;

public class TenantSettings
{
    public string Prefix { get; set; }
}

/// <summary>Names tables after the tenant, which only the settings know.</summary>
public class TenantNames(IOptions<TenantSettings> settings)
{
    public string Table(string name) => $"{settings.Value.Prefix}_{name}";
}
