using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.Testing.Tests.Garden.Migrations.Sqlite;

[DbContext(typeof(GardenContext))]
[Migration("20260101000000_Garden")]
public sealed class SqliteMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE Plants (Id INTEGER PRIMARY KEY AUTOINCREMENT, BedId INTEGER NOT NULL REFERENCES Beds (Id), Name TEXT NOT NULL UNIQUE,
            Price TEXT NOT NULL, Quantity INTEGER NOT NULL CHECK (Quantity >= 0), Doubled AS (Quantity * 2), PlantedAt TEXT NOT NULL, Tag TEXT NOT NULL);
        CREATE TABLE Beds (Id INTEGER PRIMARY KEY AUTOINCREMENT, Name TEXT NOT NULL, ParentId INTEGER REFERENCES Beds (Id), FavouriteId INTEGER REFERENCES Plants (Id));
        INSERT INTO Beds (Id, Name, ParentId) VALUES (1, 'Garden', NULL), (2, 'Herbs', 1);
        INSERT INTO Plants (Id, BedId, Name, Price, Quantity, PlantedAt, Tag) VALUES (7, 2, 'Basil', '2.5', 3, '2026-01-01 00:00:00', '00000000-0000-4000-8000-000000000001');
        UPDATE Beds SET FavouriteId = 7 WHERE Id = 2;
        """);
}
