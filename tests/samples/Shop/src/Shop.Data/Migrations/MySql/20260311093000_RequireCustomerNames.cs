using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shop.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class RequireCustomerNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Explicitly, before the columns become NOT NULL: a rebuild would fill in empty text for what is missing (M-04).
            migrationBuilder.Sql(
                """
                UPDATE Customers SET FirstName = coalesce(FirstName, ''), LastName = coalesce(LastName, substr(FullName, 1, 100))
                WHERE FirstName IS NULL OR LastName IS NULL;
                """);

            migrationBuilder.DropColumn(
                name: "FullName",
                table: "Customers");

            migrationBuilder.UpdateData(
                table: "Customers",
                keyColumn: "LastName",
                keyValue: null,
                column: "LastName",
                value: "");

            migrationBuilder.AlterColumn<string>(
                name: "LastName",
                table: "Customers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(100)",
                oldMaxLength: 100,
                oldNullable: true)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");

            migrationBuilder.UpdateData(
                table: "Customers",
                keyColumn: "FirstName",
                keyValue: null,
                column: "FirstName",
                value: "");

            migrationBuilder.AlterColumn<string>(
                name: "FirstName",
                table: "Customers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(100)",
                oldMaxLength: 100,
                oldNullable: true)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_LastName_FirstName",
                table: "Customers",
                columns: new[] { "LastName", "FirstName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Nullable, filled, then required: NOT NULL at once would leave a DEFAULT behind that the model does not have (M-05).
            migrationBuilder.AddColumn<string>(
                name: "FullName",
                table: "Customers",
                type: "varchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "utf8mb4_0900_bin");

            // One statement per engine: || means OR on MySQL (S-46).
            migrationBuilder.Sql("UPDATE Customers SET FullName = trim(concat(FirstName, ' ', LastName));");

            migrationBuilder.AlterColumn<string>(
                name: "FullName",
                table: "Customers",
                type: "varchar(200)",
                maxLength: 200,
                nullable: false,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(200)",
                oldMaxLength: 200,
                oldNullable: true)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");

            migrationBuilder.DropIndex(
                name: "IX_Customers_LastName_FirstName",
                table: "Customers");

            migrationBuilder.AlterColumn<string>(
                name: "LastName",
                table: "Customers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(100)",
                oldMaxLength: 100)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");

            migrationBuilder.AlterColumn<string>(
                name: "FirstName",
                table: "Customers",
                type: "varchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "utf8mb4_0900_bin",
                oldClrType: typeof(string),
                oldType: "varchar(100)",
                oldMaxLength: 100)
                .OldAnnotation("Relational:Collation", "utf8mb4_0900_bin");
        }
    }
}
