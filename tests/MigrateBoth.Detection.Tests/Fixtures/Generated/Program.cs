Console.WriteLine("This application has a model that is read from a file, and nothing else.");
