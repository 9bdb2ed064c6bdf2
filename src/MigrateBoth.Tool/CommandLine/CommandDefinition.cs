using McMaster.Extensions.CommandLineUtils;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>The command line of a command: name, options, examples. The work is in an <see cref="ICommand"/>.</summary>
internal abstract class CommandDefinition
{
    /// <summary>The word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the list of commands; no full stop.</summary>
    public abstract string Summary { get; }

    /// <summary>What <c>--help</c> shows beneath the options; at least one.</summary>
    public abstract IReadOnlyList<CommandExample> Examples { get; }

    /// <summary>Whether <c>-- arguments</c> reach the user's application.</summary>
    public virtual bool TakesApplicationArguments => false;

    /// <summary>Declares arguments and options. The function that is returned runs after parsing and turns their values into the command.</summary>
    /// <param name="app">The command line to declare on.</param>
    public abstract Func<ICommand> Configure(CommandLineApplication app);
}

/// <summary>An example in <c>--help</c>.</summary>
/// <param name="Arguments">What follows <c>dotnet migrate-both</c>.</param>
/// <param name="Meaning">What it does, in a few words.</param>
internal sealed record CommandExample(string Arguments, string Meaning);
