namespace MigrateBoth.Core;

/// <summary>The two database engines that one EF Core model is kept honest on.</summary>
public enum Engine
{
    /// <summary>SQLite, through Microsoft.EntityFrameworkCore.Sqlite.</summary>
    Sqlite,

    /// <summary>MySQL or MariaDB, through Pomelo.EntityFrameworkCore.MySql.</summary>
    MySql,
}
