namespace Shop.Data.Entities;

/// <summary>Kept as a JSON document.</summary>
public sealed class CustomerPreferences
{
    public string Language { get; set; } = "en";

    public bool Newsletter { get; set; }

    public List<string> FavouriteTags { get; set; } = [];
}
