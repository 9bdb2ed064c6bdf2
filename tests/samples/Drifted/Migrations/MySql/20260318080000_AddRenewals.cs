using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Drifted.Migrations.MySql
{
    /// <inheritdoc />
    public partial class AddRenewals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Renewals",
                table: "Loans",
                type: "int",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Renewals",
                table: "Loans");
        }
    }
}
