namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>What kind of input a file is.</summary>
public enum InputGroup
{
    /// <summary>Migrations and snapshots of both sides, and SQL files beside them.</summary>
    Migrations,

    /// <summary>All other sources of the projects that make the model.</summary>
    Model,

    /// <summary>Project files and what they import: packages and their versions, compiler switches.</summary>
    Build,

    /// <summary>Sources of the test projects and of what only they refer to.</summary>
    Tests,
}
