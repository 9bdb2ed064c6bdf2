namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>Where an application looks.</summary>
internal enum SwitchKind
{
    /// <summary>An environment variable.</summary>
    Variable,

    /// <summary>A key of its configuration, which files, environment and command line may set.</summary>
    Setting,

    /// <summary>An argument that a value follows: <c>--db mysql</c>, <c>--db=mysql</c>.</summary>
    Option,

    /// <summary>An argument that is there or not: <c>--mysql</c>.</summary>
    Flag,

    /// <summary>The first argument, whatever it is; the tool's own come first, so that this one cannot be set.</summary>
    Position,
}
