using System.Text;

namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>Completion in fish, with descriptions.</summary>
internal static class FishCompletion
{
    public static string Script(CompletionModel model)
    {
        var lines = new StringBuilder();
        foreach (var command in model.Commands)
        {
            lines.Append($"  complete -c $name -n __migrate_both_none -f -a {command.Name} -d {Quoted(command.Summary)}\n");
            foreach (var option in command.Options.Where(option => !model.Global.Contains(option)))
            {
                lines.Append(Option(option, $"'__migrate_both_is {command.Name}'"));
            }

            if (command.Words.Count > 0)
            {
                lines.Append($"  complete -c $name -n '__migrate_both_is {command.Name}' -f -a {Quoted(string.Join(' ', command.Words))}\n");
            }
            else if (!command.TakesFiles)
            {
                lines.Append($"  complete -c $name -n '__migrate_both_is {command.Name}' -f\n");
            }
        }

        foreach (var option in model.Global)
        {
            lines.Append(Option(option, "__migrate_both_here"));
        }

        return $$"""
            # Completion of 'dotnet migrate-both' in fish.
            function __migrate_both_here
              set -l words (commandline -opc)
              if test "$words[1]" = dotnet
                test "$words[2]" = migrate-both; or return 1
                set -e words[1]
              end
              contains -- -- $words; and return 1
              return 0
            end
            function __migrate_both_command
              for word in (commandline -opc)
                if contains -- $word {{string.Join(' ', model.Commands.Select(command => command.Name))}}
                  echo $word
                  return
                end
              end
            end
            function __migrate_both_none
              set -l command (__migrate_both_command)
              __migrate_both_here; and test -z "$command"
            end
            function __migrate_both_is
              set -l command (__migrate_both_command)
              __migrate_both_here; and test "$command" = "$argv[1]"
            end
            complete -c dotnet -n 'test (count (commandline -opc)) -eq 1' -a migrate-both -d 'Keep SQLite and MySQL alike'
            for name in dotnet dotnet-migrate-both
            {{lines.ToString().TrimEnd('\n')}}
            end

            """.ReplaceLineEndings("\n");
    }

    private static string Option(CompletionOption option, string condition)
    {
        var shortName = option.Short is null ? string.Empty : $" -s {Quoted(option.Short[1..])}";
        var value = !option.TakesValue ? " -f" : option.TakesFile ? " -r -F" : option.Values.Count > 0 ? $" -x -a {Quoted(string.Join(' ', option.Values))}" : " -x";
        return $"  complete -c $name -n {condition} -l {option.Name[2..]}{shortName}{value} -d {Quoted(option.Description)}\n";
    }

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
