using System.IO.Pipes;

// A host of a later version of the tool.
using var pipe = new NamedPipeClientStream(".", args[1], PipeDirection.InOut, PipeOptions.CurrentUserOnly);
pipe.Connect(10_000);
using var writer = new StreamWriter(pipe) { AutoFlush = true };
Console.Error.WriteLine("I come from the future.");
writer.WriteLine("""{"type":"welcome","protocol":99}""");
Thread.Sleep(5_000);
