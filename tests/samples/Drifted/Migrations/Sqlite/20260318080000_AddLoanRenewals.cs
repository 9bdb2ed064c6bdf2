using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Drifted.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddLoanRenewals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Renewals",
                table: "Loans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("CREATE VIEW OpenLoans AS SELECT Id, CopyId, MemberId, DueOn FROM Loans WHERE ReturnedOn IS NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP VIEW OpenLoans;");

            migrationBuilder.DropColumn(
                name: "Renewals",
                table: "Loans");
        }
    }
}
