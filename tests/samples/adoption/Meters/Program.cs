Console.WriteLine("The meters are read by other programs.");
