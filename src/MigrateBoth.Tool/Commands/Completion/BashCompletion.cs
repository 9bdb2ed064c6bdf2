using System.Text;

namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>Completion in bash.</summary>
internal static class BashCompletion
{
    public static string Script(CompletionModel model)
    {
        var values = new StringBuilder();
        ShellWords.Values(model, (patterns, option) => values.Append(
            $"    {string.Join('|', patterns.Select(pattern => pattern.StartsWith('*') ? $"*\"{pattern[1..]}\"" : $"\"{pattern}\""))}) {(option.TakesFile ? "files=1" : $"candidates=\"{string.Join(' ', option.Values)}\"")} ;;\n"));
        var commands = string.Concat(model.Commands.Select(command =>
            $"      {command.Name}) candidates=\"{string.Join(' ', command.Words.Concat(command.Options.SelectMany(option => option.Names)))}\"{(command.TakesFiles ? "; [[ $typed == -* ]] || files=1" : string.Empty)} ;;\n"));
        var names = model.Commands.Select(command => command.Name).ToList();
        return $$"""
            # Completion of 'dotnet migrate-both' in bash.
            _migrate_both() { # the index of the first word behind the tool's name
              local line=${COMP_LINE:0:COMP_POINT} typed previous command= word candidates= files= cut list
              local -a words
              typed=${line##*[[:space:]]}
              read -ra words <<< "${line%"$typed"}"
              previous=${words[${#words[@]}-1]}
              COMPREPLY=()
              for word in "${words[@]:$1}"; do
                case $word in
                  --) compopt -o default 2>/dev/null; return ;;
                  {{string.Join('|', names)}}) command=$word; break ;;
                esac
              done
              case "$command $previous" in
            {{values.ToString().TrimEnd('\n')}}
                *) case $command in
                  "") candidates="{{string.Join(' ', names.Concat(model.Global.SelectMany(option => option.Names)))}}" ;;
            {{commands.TrimEnd('\n')}}
                esac ;;
              esac
              if [[ -n $files ]]; then
                compopt -o default 2>/dev/null
                return
              fi
              list=${typed%"${typed##*,}"}
              COMPREPLY=($(compgen -P "$list" -W "$candidates" -- "${typed##*,}"))
              # Bash replaces what stands behind the last of its word breaks.
              cut=${typed%"${typed##*[:=]}"}
              COMPREPLY=("${COMPREPLY[@]#"$cut"}")
              [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
              return 0
            }
            _migrate_both_dotnet() {
              if [[ ${COMP_WORDS[1]} == migrate-both && $COMP_CWORD -ge 2 ]]; then
                _migrate_both 2
              elif [[ -n $_migrate_both_before ]]; then
                "$_migrate_both_before" "$@"
              else
                COMPREPLY=($(compgen -W "migrate-both" -- "${COMP_WORDS[COMP_CWORD]}"))
              fi
            }
            _migrate_both_tool() { _migrate_both 1; }
            if [[ $(complete -p dotnet 2>/dev/null) =~ \ -F\ ([^ ]+) && ${BASH_REMATCH[1]} != _migrate_both_dotnet ]]; then
              _migrate_both_before=${BASH_REMATCH[1]}
            fi
            complete -o bashdefault -o default -F _migrate_both_dotnet dotnet
            complete -F _migrate_both_tool dotnet-migrate-both

            """.ReplaceLineEndings("\n");
    }
}
