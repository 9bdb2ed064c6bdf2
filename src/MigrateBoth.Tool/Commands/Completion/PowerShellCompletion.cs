using System.Text;

namespace MigrateBoth.Tool.Commands.Completion;

/// <summary>Completion in PowerShell, with descriptions.</summary>
internal static class PowerShellCompletion
{
    public static string Script(CompletionModel model)
    {
        var values = new StringBuilder();
        ShellWords.Values(model, (patterns, option) =>
        {
            foreach (var pattern in patterns)
            {
                values.Append($"    {Quoted(pattern)} = @({string.Join(", ", option.Values.Select(Quoted))})\n");
            }
        });
        var words = string.Concat(model.Commands.Select(command =>
            $"    {Quoted(command.Name)} = @({string.Join(", ", command.Words.Select(word => Item(word, word)).Concat(command.Options.Select(option => Item(option.Name, option.Description))))})\n"));
        return $$"""
            # Completion of 'dotnet migrate-both' in PowerShell.
            Register-ArgumentCompleter -Native -CommandName dotnet, dotnet-migrate-both -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              $commands = @({{string.Join(", ", model.Commands.Select(command => Item(command.Name, command.Summary)).Concat(model.Global.Select(option => Item(option.Name, option.Description))))}})
              $words = @{
            {{words.TrimEnd('\n')}}
              }
              # An empty list is a value that only the user knows: the shell then offers files.
              $values = @{
            {{values.ToString().TrimEnd('\n')}}
              }
              $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or ($_.Extent.EndOffset -eq $cursorPosition -and $wordToComplete -eq '') } | ForEach-Object { $_.ToString() })
              if ($before[0] -eq 'dotnet') {
                if ($before.Count -lt 2 -or $before[1] -ne 'migrate-both') {
                  # What else 'dotnet' does it completes itself.
                  dotnet complete --position $cursorPosition "$commandAst" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
                  return
                }
                $before = @($before | Select-Object -Skip 1)
              }
              if ($before -contains '--') { return }
              $command = $before | Select-Object -Skip 1 | Where-Object { $words.ContainsKey($_) } | Select-Object -First 1
              $previous = $before[-1]
              $found = $commands
              if ($command) { $found = $words[$command] }
              foreach ($key in @("$command $previous", "* $previous")) {
                if ($values.ContainsKey($key)) {
                  $found = @($values[$key] | ForEach-Object { , @($_, $_) })
                  break
                }
              }
              $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1]) }
            }

            """.ReplaceLineEndings("\n");
    }

    private static string Item(string word, string description) => $"@({Quoted(word)}, {Quoted(description)})";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
