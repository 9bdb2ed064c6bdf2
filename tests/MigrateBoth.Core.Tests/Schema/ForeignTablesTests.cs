using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Schema;

public sealed class ForeignTablesTests
{
    private static readonly string[] DjangoColumns = ["id", "app", "name", "applied"];

    private readonly ForeignTables _foreign = new([], []);

    [Fact]
    public void A_tools_own_table_is_left_out_and_named()
    {
        var read = _foreign.Without(With("django_migrations", DjangoColumns), model: null);

        Assert.DoesNotContain(read.Tables, table => table.Name == "django_migrations");
        Assert.Equal("Django", read.MadeBy);
        Assert.Equal(["Django's own tables (django_migrations)"], _foreign.Describe());
    }

    [Fact]
    public void A_table_of_that_name_with_other_columns_stays()
    {
        var read = _foreign.Without(With("django_migrations", "id", "title"), model: null);

        Assert.Contains(read.Tables, table => table.Name == "django_migrations");
        Assert.Null(read.MadeBy);
        Assert.Empty(_foreign.Describe());
    }

    [Fact]
    public void A_table_that_the_model_maps_stays()
    {
        var model = Sound.Models.Sqlite with { Tables = [new ModelTable { Name = "django_migrations" }] };

        var read = _foreign.Without(With("django_migrations", DjangoColumns), model);

        Assert.Contains(read.Tables, table => table.Name == "django_migrations");
        Assert.Empty(_foreign.Describe());
    }

    private static DatabaseSchema With(string name, params string[] columns)
    {
        var sound = Sound.Schemas[Engine.Sqlite];
        var column = sound.Tables[0].Columns[0];
        return sound with { Tables = [.. sound.Tables, new Table { Name = name, Columns = [.. columns.Select((each, index) => column with { Name = each, Ordinal = index + 1 })] }] };
    }
}
