namespace MigrateBoth.Core.Model;

/// <summary>Where the two sides' migrations live.</summary>
public enum MigrationsLayout
{
    /// <summary>One project and one context; a folder per provider, distinguished at run time by MigrateBoth.EntityFrameworkCore.</summary>
    Folders,

    /// <summary>A migrations assembly per provider.</summary>
    Projects,

    /// <summary>A derived context per provider.</summary>
    Contexts,
}
