using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Servers;

// Gets a server, makes a database there, says so and waits to be killed: what it leaves is for the tests to sweep.
// Usage: Leftovers STATE-DIRECTORY SERVER, where SERVER is what --mysql takes.
var lease = new LeaseStore(args[0]).Open();
var request = new MySqlServerRequest { Server = args[1], StateDirectory = args[0] };
var server = await MySqlServers.StartAsync(request, lease, new Progress<string>(), CancellationToken.None);
var database = await server.CreateDatabaseAsync("left", CancellationToken.None);
Console.WriteLine(database.Name);
await Task.Delay(Timeout.Infinite);
