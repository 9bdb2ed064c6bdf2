Console.WriteLine("The archive is read by other programs.");
