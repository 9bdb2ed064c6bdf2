namespace Shop.Data.Entities;

/// <summary>An entity whose concurrent changes are noticed.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
