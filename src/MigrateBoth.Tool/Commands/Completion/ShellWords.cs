namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>What the scripts of all shells share.</summary>
internal static class ShellWords
{
    /// <summary>Goes through the options that take a value, each with the words before it as <c>command --option</c>; those of every command as <c>* --option</c>.</summary>
    public static void Values(CompletionModel model, Action<IReadOnlyList<string>, CompletionOption> write)
    {
        foreach (var command in model.Commands)
        {
            foreach (var option in command.Options.Where(option => option.TakesValue && !model.Global.Contains(option)))
            {
                write([.. option.Names.Select(name => $"{command.Name} {name}")], option);
            }
        }

        foreach (var option in model.Global.Where(option => option.TakesValue))
        {
            write([.. option.Names.Select(name => $"* {name}")], option);
        }
    }

    /// <summary>The text within single quotes, for a shell that ends and opens them again around one.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
