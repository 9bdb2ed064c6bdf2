using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>The application's own switch between the engines.</summary>
/// <param name="Sqlite">What sets it to SQLite.</param>
/// <param name="MySql">What sets it to MySQL.</param>
/// <param name="Input">What the application looks at.</param>
/// <param name="Reason">Why it is believed to be one, with file and line.</param>
internal sealed record EngineSwitch(SwitchSetting Sqlite, SwitchSetting MySql, SwitchInput Input, string Reason)
{
    /// <summary>What sets it to an engine.</summary>
    public SwitchSetting this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
