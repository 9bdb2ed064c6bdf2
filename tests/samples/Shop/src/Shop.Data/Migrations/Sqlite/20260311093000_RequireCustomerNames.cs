using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shop.Data.Migrations.Sqlite
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

            migrationBuilder.AlterColumn<string>(
                name: "LastName",
                table: "Customers",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 100,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "FirstName",
                table: "Customers",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 100,
                oldNullable: true);

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
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            // One statement per engine: || means OR on MySQL (S-46).
            migrationBuilder.Sql("UPDATE Customers SET FullName = trim(FirstName || ' ' || LastName);");

            migrationBuilder.AlterColumn<string>(
                name: "FullName",
                table: "Customers",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.DropIndex(
                name: "IX_Customers_LastName_FirstName",
                table: "Customers");

            migrationBuilder.AlterColumn<string>(
                name: "LastName",
                table: "Customers",
                type: "TEXT",
                maxLength: 100,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "FirstName",
                table: "Customers",
                type: "TEXT",
                maxLength: 100,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 100);
        }
    }
}
