Console.WriteLine("depot");
