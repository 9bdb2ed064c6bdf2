namespace Factory;

/// <summary>What applications do at design time that they should not: "factory:throw", "model:hang", "factory:noise" and so on.</summary>
internal static class Misbehaviour
{
    public static void Act(string place)
    {
        foreach (var wish in (Environment.GetEnvironmentVariable("MISBEHAVE") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (wish.Split(':') is [var where, var what] && where == place)
            {
                Act(place, what);
            }
        }
    }

    private static void Act(string place, string what)
    {
        switch (what)
        {
            case "throw":
                throw new InvalidOperationException($"The {place} is not in the mood. Password=hunter2;");
            case "hang":
                Console.Error.WriteLine($"The {place} waits for something that never comes.");
                Thread.Sleep(Timeout.Infinite);
                break;
            case "exit":
                Console.Error.WriteLine($"The {place} gives up.");
                Environment.Exit(42);
                break;
            case "noise":
                for (var line = 0; line < 5000; line++)
                {
                    Console.WriteLine($$"""{"type":"done","requestId":{{line}}}""");
                    Console.Error.WriteLine($"noise {line}");
                }

                break;
            case "autodetect":
                Microsoft.EntityFrameworkCore.ServerVersion.AutoDetect("Server=127.0.0.1;Port=1;User=root;Password=hunter2");
                break;
        }
    }
}
