using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shop.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class RequireOrderCurrency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What a missing currency meant until now (M-04).
            migrationBuilder.Sql("UPDATE Orders SET Currency = 'EUR' WHERE Currency IS NULL;");

            migrationBuilder.UpdateData(
                table: "Orders",
                keyColumn: "Currency",
                keyValue: null,
                column: "Currency",
                value: "");

            migrationBuilder.AlterColumn<string>(
                name: "Currency",
                table: "Orders",
                type: "varchar(3)",
                maxLength: 3,
                nullable: false,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(3)",
                oldMaxLength: 3,
                oldNullable: true)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Currency",
                table: "Orders",
                type: "varchar(3)",
                maxLength: 3,
                nullable: true,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(3)",
                oldMaxLength: 3)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");
        }
    }
}
