using MigrateBoth.DesignHost;

// The tool writes this command line; a person who starts the host by hand gets told so.
if (args is not ["--pipe", var pipe])
{
    Console.Error.WriteLine("This program is started by 'dotnet migrate-both' and cannot be used directly.");
    return 64;
}

return await HostProcess.RunAsync(pipe).ConfigureAwait(false);
