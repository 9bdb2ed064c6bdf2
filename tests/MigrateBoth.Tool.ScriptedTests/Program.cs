// Stands for a test process: does line by line what a script says, so that crashes, hangs and lies can be had in a tenth of a second.
// Arguments: FOLDER RESULTS ROUND. The script is FOLDER/ENGINE.ROUND.txt, else FOLDER/ENGINE.txt.
using System.Diagnostics;

var (folder, results, round) = (args[0], args[1], args[2]);
var engine = Environment.GetEnvironmentVariable("MIGRATEBOTH_ENGINE")!;
var script = new[] { $"{engine}.{round}.txt", $"{engine}.txt" }.Select(name => Path.Combine(folder, name)).First(File.Exists);
foreach (var line in File.ReadLines(script))
{
    var space = line.IndexOf(' ', StringComparison.Ordinal);
    var (verb, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
    switch (verb)
    {
        case "say":
            Console.WriteLine(rest);
            break;
        case "shout":
            var chunk = new string('x', 1_000_000);
            for (var i = 0; i < int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture); i++)
            {
                Console.Write(chunk);
            }

            break;
        case "results":
            File.Copy(Path.Combine(folder, rest), results);
            break;
        case "record":
            File.Copy(Path.Combine(folder, rest), Path.Combine(Environment.GetEnvironmentVariable("MIGRATEBOTH_RECORDING")!, rest));
            break;
        case "touch":
            File.WriteAllText(Path.Combine(folder, rest), Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            break;
        case "await":
            while (!File.Exists(Path.Combine(folder, rest)))
            {
                Thread.Sleep(10);
            }

            break;
        case "exit":
            return int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture);
        case "crash":
            Process.GetCurrentProcess().Kill();
            break;
        case "hang":
            Thread.Sleep(Timeout.Infinite);
            break;
        default:
            throw new InvalidOperationException($"{script}: {line}");
    }
}

return 0;
