Console.WriteLine("See the other applications of the warehouse.");
