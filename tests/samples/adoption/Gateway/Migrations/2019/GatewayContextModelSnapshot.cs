using Gateway.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Gateway.Migrations;

[DbContext(typeof(GatewayContext))]
public class GatewayContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => modelBuilder.Entity("Gateway.Data.Route", route =>
    {
        route.Property<int>("Id");
        route.Property<string>("Path");
        route.HasKey("Id");
        route.ToTable("Routes");
    });
}
