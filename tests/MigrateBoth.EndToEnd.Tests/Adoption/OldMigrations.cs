using System.Globalization;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>Migrations without Designer files, as in old projects that deleted them to build faster: the attributes are on the class.</summary>
internal static class OldMigrations
{
    /// <summary>Writes a history for both engines that ends with an empty schema: every second migration reverts the one before it.</summary>
    public static void Write(Sandbox sandbox, string project, string context, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var id = new DateTime(2015, 1, 1).AddDays(number).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + $"000000_Step{number:000}";
            var table = $"Step{number / 2:000}";
            var sql = number % 2 == 0 ? $"CREATE TABLE {table} (Id int);" : $"DROP TABLE {table};";
            WriteOne(sandbox, project, context, "Sqlite", id, sql);
            WriteOne(sandbox, project, context, "MySql", id, sql);
        }
    }

    /// <summary>Writes one migration of one engine.</summary>
    public static void WriteOne(Sandbox sandbox, string project, string context, string engine, string id, string sql) => File.WriteAllText(
        sandbox.PathOf("Migrations", engine, id + ".cs"),
        $$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        namespace {{project}}.Migrations.{{engine}}
        {
            [DbContext(typeof({{engine}}{{context}}))]
            [Migration("{{id}}")]
            public class {{id.Split('_')[1]}} : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("{{sql}}");
            }
        }
        """);
}
