namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>What an application looks at to know which engine is meant.</summary>
/// <param name="Kind">Where it looks.</param>
/// <param name="Name">The variable, key or option; empty for a position.</param>
/// <param name="Source">The file that looks.</param>
/// <param name="Position">Where in it.</param>
internal sealed record SwitchInput(SwitchKind Kind, string Name, SourceText Source, int Position)
{
    /// <summary>For people: <c>the environment variable DB_TYPE</c>.</summary>
    public string Description => Kind switch
    {
        SwitchKind.Variable => $"the environment variable {Name}",
        SwitchKind.Setting => $"the setting {Name}",
        SwitchKind.Position => "the position of an argument",
        _ => $"the argument {Name.TrimEnd('=')}",
    };
}
