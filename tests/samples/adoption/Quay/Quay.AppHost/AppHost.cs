var builder = DistributedApplication.CreateBuilder(args);
var quay = builder.AddConnectionString("quay");
builder.AddProject<Projects.Quay_Api>("api").WithReference(quay).WithEnvironment("Quay__Provider", "MySql");
builder.Build().Run();
