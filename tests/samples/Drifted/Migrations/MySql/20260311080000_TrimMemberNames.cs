using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Drifted.Migrations.MySql
{
    /// <inheritdoc />
    public partial class TrimMemberNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE Members SET Name = trim(Name);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
