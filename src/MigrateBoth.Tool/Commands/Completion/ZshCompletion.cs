using System.Text;

namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>Completion in zsh, with descriptions.</summary>
internal static class ZshCompletion
{
    public static string Script(CompletionModel model)
    {
        var values = new StringBuilder();
        ShellWords.Values(model, (patterns, option) => values.Append(
            $"    {string.Join('|', patterns.Select(pattern => pattern.Replace(" ", "\\ ", StringComparison.Ordinal)))}) {(option.TakesFile ? "_files" : option.Values.Count > 0 ? $"compadd -- {string.Join(' ', option.Values.Select(ShellWords.Quoted))}" : "_message 'a value'")}; return ;;\n"));
        var commands = string.Concat(model.Commands.Select(command =>
            $"    {command.Name}) options=({string.Join(' ', command.Options.Select(Described))}); arguments=({string.Join(' ', command.Words.Select(ShellWords.Quoted))}){(command.TakesFiles ? "; files=1" : string.Empty)} ;;\n"));
        return $$"""
            #compdef dotnet-migrate-both
            # Completion of 'dotnet migrate-both' in zsh.
            _migrate_both() {
              local command= previous=${words[CURRENT-1]} word files=
              local -a names options arguments
              for word in ${words[2,CURRENT-1]}; do
                case $word in
                  --) _files; return ;;
                  {{string.Join('|', model.Commands.Select(command => command.Name))}}) command=$word; break ;;
                esac
              done
              case "$command $previous" in
            {{values.ToString().TrimEnd('\n')}}
              esac
              case $command in
                '') names=({{string.Join(' ', model.Commands.Select(command => Item(command.Name, command.Summary)))}})
                  options=({{string.Join(' ', model.Global.Select(Described))}}) ;;
            {{commands.TrimEnd('\n')}}
              esac
              if [[ ${words[CURRENT]} == -* ]]; then
                _describe option options
              elif [[ -n $files ]]; then
                _files
              elif (( $#names )); then
                _describe command names
              elif (( $#arguments )); then
                compadd -- $arguments
              else
                _describe option options
              fi
            }
            _migrate_both_dotnet() {
              if [[ ${words[2]} == migrate-both && $CURRENT -gt 2 ]]; then
                shift words
                (( CURRENT-- ))
                _migrate_both
              elif [[ -n $_migrate_both_before ]]; then
                $_migrate_both_before
              else
                compadd migrate-both
                _files
              fi
            }
            if [[ ${_comps[dotnet]-} != _migrate_both_dotnet ]]; then
              _migrate_both_before=${_comps[dotnet]-}
            fi
            compdef _migrate_both dotnet-migrate-both
            compdef _migrate_both_dotnet dotnet

            """.ReplaceLineEndings("\n");
    }

    private static string Described(CompletionOption option) => Item(option.Name, option.Description);

    private static string Item(string word, string description) => ShellWords.Quoted($"{word}:{description}");
}
