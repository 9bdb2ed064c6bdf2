using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shop.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class SplitCustomerNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FirstName",
                table: "Customers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_0900_bin");

            migrationBuilder.AddColumn<string>(
                name: "LastName",
                table: "Customers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_0900_bin");

            // A full name may be 200 characters long, its parts 100 (M-07). Plain SQL that both engines read alike: bare names, no || (M-56). In a migration without a table rebuild, because SQLite
            // runs Sql() before the rebuild, not in its place (M-29).
            migrationBuilder.Sql(
                """
                UPDATE Customers SET
                    FirstName = CASE WHEN instr(FullName, ' ') > 0 THEN substr(substr(FullName, 1, instr(FullName, ' ') - 1), 1, 100) ELSE '' END,
                    LastName = CASE WHEN instr(FullName, ' ') > 0 THEN substr(FullName, instr(FullName, ' ') + 1, 100) ELSE substr(FullName, 1, 100) END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FirstName",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "LastName",
                table: "Customers");
        }
    }
}
