Console.WriteLine("This application has a model and nothing else.");
