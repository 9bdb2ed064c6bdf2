Console.WriteLine("vault");
