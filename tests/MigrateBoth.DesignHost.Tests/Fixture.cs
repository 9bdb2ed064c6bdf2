namespace MigrateBoth.DesignHost.Tests;

/// <summary>The applications by name.</summary>
internal static class Fixture
{
    /// <summary>EF Core 9, both providers, a design time factory that goes by its arguments; no migrations.</summary>
    public static FixtureApplication Factory { get; } = new("Factory");

    /// <summary>A class library whose context takes options; both engines' migrations in two folders.</summary>
    public static FixtureApplication Options { get; } = new("Options");

    /// <summary>A web application that registers its context by DATABASE_TYPE.</summary>
    public static FixtureApplication Hosted { get; } = new("Hosted");

    /// <summary>A context per engine, each with its migrations.</summary>
    public static FixtureApplication TwoContexts { get; } = new("TwoContexts");

    /// <summary>A class library with a migrations project per engine.</summary>
    public static FixtureApplication Split { get; } = new("Split");

    /// <summary>Migrations by hand: one good, one that fails half way, one that has no SQL.</summary>
    public static FixtureApplication Failing { get; } = new("Failing");

    /// <summary>A MySQL migration that takes its time.</summary>
    public static FixtureApplication Slow { get; } = new("Slow");

    /// <summary>Migrations whose lines say what they are to be traced for.</summary>
    public static FixtureApplication Traced { get; } = new("Traced");

    /// <summary>What public projects do that a template does not.</summary>
    public static FixtureApplication RealLife { get; } = new("RealLife");

    /// <summary>A context whose constructor works on its database.</summary>
    public static FixtureApplication EagerMigrate { get; } = new("EagerMigrate");

    /// <summary>EF Core 8, SQLite only.</summary>
    public static FixtureApplication OldEf { get; } = new("OldEf");

    /// <summary>EF Core 10, SQLite only.</summary>
    public static FixtureApplication NewEf { get; } = new("NewEf", "net10.0");
}
