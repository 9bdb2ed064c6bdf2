using System.Text;

namespace MigrateBoth.EndToEnd.Tests.Adoption;

/// <summary>Writes a model that is only large: entities that refer to each other, with a few columns of the usual types.</summary>
internal static class GiantModel
{
    public static string Source(string space, int entities)
    {
        var source = new StringBuilder($$"""
            using Microsoft.EntityFrameworkCore;

            namespace {{space}};

            public static class GiantModel
            {
                public static void Map(ModelBuilder modelBuilder)
                {

            """);
        for (var number = 0; number < entities; number++)
        {
            source.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"        modelBuilder.Entity<Giant{number:000}>().Property(giant => giant.Name).HasMaxLength(60);");
        }

        source.AppendLine("    }").AppendLine("}");
        for (var number = 0; number < entities; number++)
        {
            var parent = number == 0 ? "" : $"public int? ParentId {{ get; set; }} public Giant{number - 1:000}? Parent {{ get; set; }} ";
            source.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"public class Giant{number:000} {{ public int Id {{ get; set; }} public string Name {{ get; set; }} = \"\"; public bool IsOn {{ get; set; }} public DateTime At {{ get; set; }} {parent}}}");
        }

        return source.ToString();
    }
}
