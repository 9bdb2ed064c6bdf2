Console.WriteLine("choir");
