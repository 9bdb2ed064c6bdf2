using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Clinic.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddReason : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Visits",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Visits");
        }
    }
}
