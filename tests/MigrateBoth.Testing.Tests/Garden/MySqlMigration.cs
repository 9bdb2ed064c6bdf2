using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.Testing.Tests.Garden.Migrations.MySql;

[DbContext(typeof(GardenContext))]
[Migration("20260101000000_Garden")]
public sealed class MySqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER DATABASE COLLATE utf8mb4_bin;
        CREATE TABLE Beds (Id int NOT NULL AUTO_INCREMENT PRIMARY KEY, Name varchar(50) NOT NULL, ParentId int NULL, FavouriteId int NULL,
            CONSTRAINT FK_Beds_Beds FOREIGN KEY (ParentId) REFERENCES Beds (Id));
        CREATE TABLE Plants (Id int NOT NULL AUTO_INCREMENT PRIMARY KEY, BedId int NOT NULL, Name varchar(50) NOT NULL UNIQUE, Price decimal(12,2) NOT NULL,
            Quantity int NOT NULL CHECK (Quantity >= 0), Doubled int AS (Quantity * 2), PlantedAt datetime(6) NOT NULL, Tag char(36) COLLATE ascii_general_ci NOT NULL,
            CONSTRAINT FK_Plants_Beds FOREIGN KEY (BedId) REFERENCES Beds (Id));
        ALTER TABLE Beds ADD CONSTRAINT FK_Beds_Plants FOREIGN KEY (FavouriteId) REFERENCES Plants (Id);
        INSERT INTO Beds (Id, Name, ParentId) VALUES (1, 'Garden', NULL), (2, 'Herbs', 1);
        INSERT INTO Plants (Id, BedId, Name, Price, Quantity, PlantedAt, Tag) VALUES (7, 2, 'Basil', 2.5, 3, '2026-01-01 00:00:00', '00000000-0000-4000-8000-000000000001');
        UPDATE Beds SET FavouriteId = 7 WHERE Id = 2;
        """);
}
