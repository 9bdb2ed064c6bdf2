using MigrateBoth.Tool;

using var interruption = Interruption.OfThisProcess();
return await MigrateBothApplication.RunAsync(args, ToolConsole.System(), interruption: interruption).ConfigureAwait(false);
