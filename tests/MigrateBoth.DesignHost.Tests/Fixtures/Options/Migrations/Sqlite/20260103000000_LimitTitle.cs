using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Options.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LimitTitle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
