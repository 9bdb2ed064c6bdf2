using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Tests.Fixtures;

namespace MigrateBoth.Core.Tests.Stages;

/// <summary>What the engines do differently of their own accord must not cry wolf; what only looks like it must be found.</summary>
public sealed class ParityToleranceTests
{
    [Fact]
    public void An_index_that_the_server_made_for_a_foreign_key_is_no_finding()
    {
        var (sqlite, mySql) = (Sound.Sqlite.WithoutIndex("Orders", "IX_Orders_ParentId"), Sound.MySql.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Name = "FK_Orders_Orders_ParentId" }));

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(sqlite, mySql)).Findings);
    }

    [Fact]
    public void An_index_made_by_the_server_does_not_count_as_declared()
    {
        var mySql = Sound.MySql.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Name = "FK_Orders_Orders_ParentId" });

        Assert.Equal("MB330", Assert.Single(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings).Rule);
    }

    [Fact]
    public void A_name_cut_at_64_characters_is_the_same_name()
    {
        var name = "IX_" + new string('a', 80);
        var (sqlite, mySql) = (
            Sound.Sqlite.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Name = name }),
            Sound.MySql.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Name = name[..63] + "~" }));

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(sqlite, mySql)).Findings);
    }

    [Fact]
    public void Two_names_truncated_to_the_same_text_are_distinguished_by_the_indexed_columns()
    {
        var name = "IX_" + new string('a', 80);
        var (sqlite, mySql) = (
            Sound.Sqlite.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Name = name + "1" }).EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Name = name + "2" }),
            Sound.MySql.EditIndex("Orders", "IX_Orders_ParentId", i => i with { Name = name[..62] + "~1" }).EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Name = name[..63] + "~" }));

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(sqlite, mySql)).Findings);
    }

    [Fact]
    public void A_check_that_EF_numbered_to_keep_its_name_unique_is_the_same_check()
    {
        var mySql = Sound.MySql.EditCheck("Orders", "CK_Orders_State", c => c with { Name = "CK_Orders_State1" });

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings);
    }

    [Fact]
    public void Unnamed_constraints_of_SQLite_are_matched_by_what_they_say()
    {
        var sqlite = Sound.Sqlite
            .Edit("Customers", t => t with { UniqueConstraints = [], Indexes = [.. t.Indexes, Sound.Index("sqlite_autoindex_Customers_1", isUnique: true, "Code")] })
            .Edit("Orders", t => t with
            {
                ForeignKeys = [.. t.ForeignKeys.Select(k => k with { Name = null })],
                Checks = [.. t.Checks.Select(c => c with { Name = null })],
            });

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(sqlite, Sound.MySql)).Findings);
    }

    [Fact]
    public void NO_ACTION_is_RESTRICT_where_InnoDB_looks_at_once()
    {
        var sqlite = Sound.Sqlite.EditKey("Orders", "FK_Orders_Orders_ParentId", k => k with { OnDelete = ReferentialAction.NoAction });
        var mariaDb = Sound.MySql with { Server = new ServerIdentity("MariaDB", "11.4.2") };

        Assert.DoesNotContain(Run(new EnginePair<DatabaseSchema>(sqlite, mariaDb)).Findings, f => f.Rule == "MB341");
        Assert.DoesNotContain(Run(new EnginePair<DatabaseSchema>(sqlite, Sound.MySql)).Findings, f => f.Rule == "MB341");
    }

    [Fact]
    public void A_server_that_folds_table_names_is_not_blamed_for_their_case()
    {
        var mySql = Sound.MySql.Edit("Customers", t => t with { Name = "customers" }) with { FoldsTableNames = true };

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings);
    }

    [Fact]
    public void A_server_that_folds_names_folds_those_of_views_too()
    {
        var sqlite = Sound.Sqlite with { Views = [new View("OpenOrders", ["Id"], "SELECT 1 AS Id", IsValid: true)] };
        var mySql = Sound.MySql with { Views = [new View("openorders", ["Id"], "SELECT 1 AS Id", IsValid: true)] };

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(sqlite, mySql with { FoldsTableNames = true })).Findings);
        Assert.Equal("MB372", Assert.Single(Run(new EnginePair<DatabaseSchema>(sqlite, mySql)).Findings).Rule);
    }

    [Fact]
    public void A_database_wide_case_rule_is_one_warning_and_not_one_per_column()
    {
        var mySql = WithCollation(Sound.MySql, "utf8mb4_0900_ai_ci");

        var finding = Assert.Single(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings);

        Assert.Equal(("MB371", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("5 text columns, 2 of them in a key", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_without_a_collation_have_no_vote_on_what_the_database_prefers()
    {
        var sqlite = Sound.Sqlite with { Tables = [Outbox("TEXT", "TEXT", collation: null)] };
        var mySql = Sound.MySql with { DefaultCollation = "utf8mb4_0900_ai_ci", Tables = [Outbox("json", "varchar(20)", "utf8mb4_0900_ai_ci")] };

        Assert.Equal("MB371", Assert.Single(ParityStage.Run(new EnginePair<DatabaseSchema>(sqlite, mySql), null, null).Findings, f => f.Rule is "MB306" or "MB371").Rule);

        static Table Outbox(string json, string text, string? collation) => new()
        {
            Name = "Outbox",
            Columns = [Sound.Column("Body", 1, json), Sound.Column("Headers", 2, json), Sound.Column("Topic", 3, text) with { Collation = collation, CharacterSet = collation is null ? null : "utf8mb4" }],
        };
    }

    [Theory]
    [InlineData("TEXT", "datetime(6)")]
    [InlineData("TEXT", "decimal(18,2)")]
    [InlineData("TEXT", "json")]
    [InlineData("GEOMETRY", "geometry")]
    [InlineData("BLOB", "varbinary(20)")]
    public void What_is_not_text_on_both_sides_has_no_vote(string onSqlite, string onMySql)
    {
        var sqlite = Sound.Sqlite with { Tables = [Table(onSqlite, "TEXT", "NOCASE", null)] };
        var mySql = Sound.MySql with { DefaultCollation = "utf8mb4_0900_ai_ci", Tables = [Table(onMySql, "varchar(20)", "utf8mb4_0900_bin", "utf8mb4")] };

        Assert.Equal("MB371", Assert.Single(ParityStage.Run(new EnginePair<DatabaseSchema>(sqlite, mySql), null, null).Findings, finding => finding.Rule is "MB306" or "MB371").Rule);

        static Table Table(string other, string text, string collation, string? characterSet) => new()
        {
            Name = "Visits",
            Columns =
            [
                Sound.Column("A", 1, other), Sound.Column("B", 2, other), Sound.Column("C", 3, other),
                Sound.Column("Name", 4, text) with { Collation = collation, CharacterSet = characterSet },
            ],
        };
    }

    [Fact]
    public void A_column_that_departs_from_the_others_is_named_whatever_the_database_calls_its_default()
    {
        var mySql = (Sound.MySql with { DefaultCollation = "utf8mb4_0900_ai_ci" }).EditColumn("Customers", "Email", c => c with { Collation = "utf8mb4_0900_ai_ci" });

        var finding = Assert.Single(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings);

        Assert.Equal(("MB306", "Customers.Email", Severity.Error), (finding.Rule, finding.Object.ToString(), finding.Severity));
    }

    [Fact]
    public void A_column_that_departs_from_its_databases_case_rule_has_its_own_finding()
    {
        var mySql = WithCollation(Sound.MySql, "utf8mb4_0900_ai_ci").EditColumn("Orders", "State", c => c with { Collation = "utf8mb4_general_ci" });

        var findings = Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings;

        Assert.Equal(["MB306", "MB371"], findings.Select(f => f.Rule).Order());
    }

    [Fact]
    public void NOCASE_against_a_column_that_ignores_case_alone_is_the_same_rule()
    {
        var (sqlite, mySql) = (
            Sound.Sqlite.EditColumn("Customers", "Email", c => c with { Collation = "NOCASE" }),
            Sound.MySql.EditColumn("Customers", "Email", c => c with { Collation = "utf8mb4_0900_as_ci" }));

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(sqlite, mySql)).Findings);
    }

    [Theory]
    [InlineData("Guid", "'6F9619FF-8B86-D011-B42D-00C04FC964FF'", "6f9619ff-8b86-d011-b42d-00c04fc964ff", true)]
    [InlineData("Guid", "'6F9619FF-8B86-D011-B42D-00C04FC964FF'", "00000000-0000-0000-0000-000000000000", false)]
    [InlineData("DateTime", "'2020-01-02 03:04:05'", "2020-01-02 03:04:05.000000", true)]
    [InlineData("DateTime", "'2020-01-02 03:04:05'", "2020-01-02 03:04:06.000000", false)]
    [InlineData("DateTimeOffset", "'2020-01-02 03:00:00+02:00'", "2020-01-02 01:00:00.000000", true)]
    [InlineData("DateOnly", "'2020-01-02'", "2020-01-02", true)]
    [InlineData("TimeOnly", "'03:04:05'", "03:04:05.000000", true)]
    [InlineData("TimeSpan", "'1.06:00:00'", "06:00:00.000000", false)]
    [InlineData("decimal", "'1.5'", "1.50", true)]
    [InlineData("decimal", "'1.5'", "1.51", false)]
    [InlineData("double", "1.0", "1", true)]
    [InlineData("bool", "1", "1", true)]
    [InlineData("bool", "1", "0", false)]
    [InlineData("string", "'abc'", "abc", true)]
    [InlineData("string", "'abc'", "ABC", false)]
    [InlineData("string", "'1.0'", "1", false)]
    public void Defaults_are_compared_by_value(string clrType, string sqlite, string mySql, bool same)
    {
        var models = new EnginePair<EngineModel>(Typed(Sound.Models.Sqlite), Typed(Sound.Models.MySql));
        var migrated = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.EditColumn("Orders", "State", c => c with { Default = new ColumnDefault(sqlite[0] == '\'' ? ColumnDefaultKind.Text : ColumnDefaultKind.Number, sqlite.Trim('\''), sqlite) }),
            Sound.MySql.EditColumn("Orders", "State", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Text, mySql, mySql) }));

        var result = ParityStage.Run(migrated, null, models);

        Assert.Equal(same, !result.Findings.Any(f => f.Rule == "MB303"));

        EngineModel Typed(EngineModel model) => model.EditColumn("Orders", "State", c => c with { ClrType = clrType, ProviderClrType = clrType });
    }

    [Fact]
    public void A_literal_in_parentheses_is_a_literal()
    {
        var mySql = Sound.MySql.EditColumn("Orders", "State", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Expression, "_utf8mb4'new'", "(_utf8mb4'new')") });

        Assert.Empty(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings);
    }

    [Fact]
    public void A_default_that_the_reader_could_not_make_out_is_unverified_and_not_also_different()
    {
        var mySql = Sound.MySql.EditColumn("Orders", "State", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Binary, "0x3F", "'?'") }) with
        {
            Unread = [new UnreadObject("column default", new("Orders", "State"), "'?'", "not every byte is shown")],
        };

        Assert.Equal("MB901", Assert.Single(Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql)).Findings).Rule);
    }

    [Fact]
    public void An_index_that_the_reader_could_not_make_out_is_not_also_missing()
    {
        var sqlite = Sound.Sqlite.WithoutIndex("Orders", "IX_Orders_ParentId") with
        {
            Unread = [new UnreadObject("index", new("Orders", "IX_Orders_ParentId"), "CREATE INDEX ...", "Its text is not understood.")],
        };

        Assert.Equal("MB901", Assert.Single(Run(new EnginePair<DatabaseSchema>(sqlite, Sound.MySql)).Findings).Rule);
    }

    [Fact]
    public void Residue_with_another_value_on_each_side_is_no_worse_than_on_one()
    {
        var migrated = new EnginePair<DatabaseSchema>(WithDefault(Sound.Sqlite, "0"), WithDefault(Sound.MySql, "7"));

        Assert.Equal("MB390", Assert.Single(Run(migrated).Findings).Rule);

        static DatabaseSchema WithDefault(DatabaseSchema schema, string value) =>
            schema.EditColumn("Orders", "CustomerId", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Number, value, value) });
    }

    [Theory]
    [InlineData("0", "MB390")]
    [InlineData("7", "MB303")]
    public void Without_a_model_only_a_zero_default_counts_as_residue(string value, string rule)
    {
        var mySql = Sound.MySql.EditColumn("Orders", "CustomerId", c => c with { Default = new ColumnDefault(ColumnDefaultKind.Number, value, value) });

        Assert.Equal(rule, Assert.Single(ParityStage.Run(new EnginePair<DatabaseSchema>(Sound.Sqlite, mySql), null, null).Findings).Rule);
    }

    [Fact]
    public void An_expression_that_neither_engine_shares_is_proved_through_the_model()
    {
        var migrated = WithCheck("printf('%d', Id) <> ''", "(format(`Id`,0) <> _utf8mb4'')");
        var models = WithModelCheck("whatever(Id)", "whatever(Id)");

        Assert.Empty(ParityStage.Run(migrated, migrated, models).Findings);
    }

    [Theory]
    [InlineData("\"State\" > 'a'", "(_utf8mb4'State' > _utf8mb4'a')", Severity.Error)]
    [InlineData("State || Note <> ''", "(`State` or (`Note` <> _utf8mb4''))", Severity.Error)]
    [InlineData("length(State) <= 3", "(length(`State`) <= 3)", Severity.Warning)]
    public void One_text_that_the_engines_read_differently_is_a_difference_even_if_the_model_says_so(string sqlite, string mySql, Severity severity)
    {
        var migrated = WithCheck(sqlite, mySql);

        var finding = Assert.Single(ParityStage.Run(migrated, migrated, WithModelCheck(sqlite, sqlite)).Findings);

        Assert.Equal(("MB351", severity), (finding.Rule, finding.Severity));
        Assert.Contains("read the same SQL of the model differently", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_that_cannot_be_proved_is_unverified_and_the_stage_incomplete()
    {
        var migrated = WithCheck("printf('%d', Id) <> ''", "(format(`Id`,0) <> _utf8mb4'')");
        var models = WithModelCheck("one(Id)", "other(Id)");

        var result = ParityStage.Run(migrated, migrated, models);

        Assert.Equal("MB902", Assert.Single(result.Findings).Rule);
        Assert.Equal(StageStatus.Incomplete, result.Status);
    }

    [Fact]
    public void The_model_proves_nothing_when_a_migration_changed_one_side()
    {
        var fromModel = WithCheck("printf('%d', Id) <> ''", "(format(`Id`,0) <> _utf8mb4'')");
        var migrated = fromModel with { MySql = fromModel.MySql.EditCheck("Orders", "CK_Orders_State", c => c with { Expression = "(format(`Id`,1) <> _utf8mb4'')" }) };

        Assert.NotEmpty(ParityStage.Run(migrated, fromModel, WithModelCheck("whatever(Id)", "whatever(Id)")).Findings);
    }

    [Fact]
    public void Types_without_a_model_must_be_able_to_hold_the_same_values()
    {
        AssertTypes("TEXT", "datetime(6)", null);
        AssertTypes("INTEGER", "bigint unsigned", null);
        AssertTypes("VARCHAR(50)", "varchar(50)", null);
        AssertTypes("VARCHAR(50)", "varchar(60)", "MB301");
        AssertTypes("INTEGER", "varchar(20)", "MB301");
        AssertTypes("BLOB", "longtext", "MB301");
        AssertTypes("MONEY", "decimal(18,2)", "MB903");
        AssertTypes("TEXT", "geometry", "MB301");

        static void AssertTypes(string sqlite, string mySql, string? rule)
        {
            var migrated = new EnginePair<DatabaseSchema>(
                Sound.Sqlite.Retype("Orders", "ParentId", sqlite),
                Sound.MySql.Retype("Orders", "ParentId", mySql));
            Assert.Equal(rule, ParityStage.Run(migrated, null, null).Findings.SingleOrDefault()?.Rule);
        }
    }

    [Fact]
    public void A_model_that_stores_other_values_on_each_engine_is_a_warning()
    {
        var migrated = new EnginePair<DatabaseSchema>(Sound.Sqlite.Retype("Orders", "PlacedOn", "INTEGER"), Sound.MySql);
        var models = Sound.Models with { Sqlite = Sound.Models.Sqlite.EditColumn("Orders", "PlacedOn", c => c with { ProviderClrType = "long", StoreType = "INTEGER" }) };

        var finding = Assert.Single(ParityStage.Run(migrated, migrated, models).Findings);

        Assert.Equal(("MB301", Severity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void AUTOINCREMENT_of_a_subtype_table_that_MySQL_rightly_lacks_is_no_finding()
    {
        var migrated = Sound.Schemas with { MySql = Sound.MySql.EditColumn("Orders", "Id", c => c with { IsIdentity = false }) };
        var models = Sound.Models with { MySql = Sound.Models.MySql.EditColumn("Orders", "Id", c => c with { IsIdentity = false }) };

        Assert.Empty(ParityStage.Run(migrated, migrated, models).Findings);
        Assert.Empty(ParityStage.Run(migrated, null, models).Findings);
    }

    [Fact]
    public void An_unpaired_generated_part_of_a_composite_key_is_an_error_even_if_the_model_says_so()
    {
        var migrated = Sound.Schemas with { Sqlite = Sound.Sqlite.Edit("Orders", t => t with { PrimaryKey = new PrimaryKey(null, ["Id", "CustomerId"]) }).EditColumn("Orders", "Id", c => c with { IsIdentity = false }) };

        Assert.Contains(ParityStage.Run(migrated, migrated, null).Findings, f => f is { Rule: "MB305", Severity: Severity.Error });
    }

    [Fact]
    public void The_index_that_MySQL_needs_for_such_a_part_is_not_a_finding_of_its_own()
    {
        var migrated = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.Edit("Orders", t => t with { PrimaryKey = new PrimaryKey(null, ["CustomerId", "Id"]) }).EditColumn("Orders", "Id", c => c with { IsIdentity = false }),
            Sound.MySql.Edit("Orders", t => t with { PrimaryKey = new PrimaryKey(null, ["CustomerId", "Id"]), Indexes = [.. t.Indexes, Sound.Index("Id", isUnique: true, "Id")] }));

        var finding = Assert.Single(ParityStage.Run(migrated, migrated, null).Findings);

        Assert.Equal("MB305", finding.Rule);
        Assert.Contains("unique index Orders.Id", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_a_key_that_refers_to_another_row_is_never_generated()
    {
        var migrated = new EnginePair<DatabaseSchema>(
            Sound.Sqlite.Edit("Orders", t => t with { ForeignKeys = [.. t.ForeignKeys, Sound.ForeignKey("FK_Base", "Id", "Customers", ReferentialAction.Cascade)] }),
            Sound.MySql.Edit("Orders", t => t with { ForeignKeys = [.. t.ForeignKeys, Sound.ForeignKey("FK_Base", "Id", "Customers", ReferentialAction.Cascade)] })
                .EditColumn("Orders", "Id", c => c with { IsIdentity = false }));

        Assert.Empty(ParityStage.Run(migrated, null, null).Findings);
    }

    [Fact]
    public void The_side_that_departs_from_its_model_is_named()
    {
        var migrated = Sound.Schemas with { MySql = Sound.MySql.WithoutIndex("Orders", "IX_Orders_ParentId") };

        var finding = Assert.Single(ParityStage.Run(migrated, Sound.Schemas, Sound.Models).Findings);

        Assert.Equal(Engine.MySql, finding.Engine);
        Assert.Equal(
            "MySQL is the side that differs from its model. Create it in a MySQL migration: migrationBuilder.CreateIndex(name: \"IX_Orders_ParentId\", table: \"Orders\", ...).",
            finding.Advice);
    }

    [Fact]
    public void A_plain_index_that_the_model_has_on_one_engine_only_is_worth_knowing_and_no_more()
    {
        var migrated = Sound.Schemas with { MySql = Sound.MySql.EditIndex("Orders", "IX_Orders_PlacedOn_State", i => i with { Method = "fulltext" }) };

        var finding = Assert.Single(ParityStage.Run(migrated, migrated, Sound.Models).Findings);

        Assert.Equal(("MB331", Severity.Info), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void A_filter_that_MySQL_drops_from_a_unique_index_is_an_error_even_if_the_model_says_so()
    {
        var migrated = Sound.Schemas with { Sqlite = Sound.Sqlite.EditIndex("Customers", "IX_Customers_Email", i => i with { Filter = "Token IS NULL" }) };

        Assert.Contains(ParityStage.Run(migrated, migrated, Sound.Models).Findings, f => f is { Rule: "MB331", Severity: Severity.Error });
    }

    [Fact]
    public void Broken_views_and_objects_that_are_not_understood_are_found_on_either_side()
    {
        var migrated = Sound.Schemas with
        {
            MySql = Sound.MySql with { Unread = [new UnreadObject("routine", new("refresh"), "CREATE PROCEDURE refresh() ...", "routines are not compared")] },
            Sqlite = Sound.Sqlite with { Views = [new View("V", [], "SELECT gone FROM Orders", IsValid: false)] },
        };

        var findings = ParityStage.Run(migrated, null, Sound.Models).Findings;

        Assert.Contains(findings, f => f is { Rule: "MB901", Engine: Engine.MySql, Object: { Table: "refresh", Name: null } });
        Assert.Contains(findings, f => f is { Rule: "MB907", Engine: Engine.Sqlite, Object: { Table: "V", Name: null } });
    }

    [Theory]
    [InlineData("8.4.6", "MySQL", null)]
    [InlineData("8.0.39", "MySQL", Severity.Info)]
    [InlineData("9.7.4", "MySQL", Severity.Warning)]
    [InlineData("8.4.6", "MariaDB", Severity.Warning)]
    public void Another_server_than_the_model_was_made_for_is_said(string version, string vendor, Severity? severity)
    {
        var migrated = Sound.Schemas with { MySql = Sound.MySql with { Server = new ServerIdentity(vendor, version) } };

        Assert.Equal(severity, ParityStage.Run(migrated, null, Sound.Models).Findings.SingleOrDefault(f => f.Rule == "MB904")?.Severity);
    }

    [Theory]
    [InlineData(ServerVersionOrigin.Application, "while the model is configured for MySQL 8.4.")]
    [InlineData(ServerVersionOrigin.Setting, "while the setting mysql.version names MySQL 8.4.")]
    [InlineData(ServerVersionOrigin.Default, "MySQL 8.4, its own default, because")]
    public void Whose_version_it_is_is_said(ServerVersionOrigin origin, string says)
    {
        var migrated = Sound.Schemas with { MySql = Sound.MySql with { Server = new ServerIdentity("MySQL", "9.7.4") } };
        var models = Sound.Models with { MySql = Sound.Models.MySql with { ServerVersionOrigin = origin } };

        Assert.Contains(says, ParityStage.Run(migrated, null, models).Findings.Single(f => f.Rule == "MB904").Message, StringComparison.Ordinal);
    }

    private static StageResult Run(EnginePair<DatabaseSchema> migrated) => ParityStage.Run(migrated, null, Sound.Models with
    {
        MySql = Sound.Models.MySql with { ConfiguredServerVersion = null },
    });

    private static DatabaseSchema WithCollation(DatabaseSchema schema, string collation) => schema with
    {
        DefaultCollation = collation,
        Tables =
        [
            .. schema.Tables.Select(t => t with
            {
                Collation = collation,
                Columns = [.. t.Columns.Select(c => c.Collation == "utf8mb4_0900_bin" ? c with { Collation = collation } : c)],
            }),
        ],
    };

    private static EnginePair<DatabaseSchema> WithCheck(string sqlite, string mySql) => new(
        Sound.Sqlite.EditCheck("Orders", "CK_Orders_State", c => c with { Expression = sqlite }),
        Sound.MySql.EditCheck("Orders", "CK_Orders_State", c => c with { Expression = mySql }));

    private static EnginePair<EngineModel> WithModelCheck(string sqlite, string mySql)
    {
        return new EnginePair<EngineModel>(With(Sound.Models.Sqlite, sqlite), With(Sound.Models.MySql, mySql));

        static EngineModel With(EngineModel model, string sql) => model with
        {
            Tables = [.. model.Tables.Select(t => t.Name == "Orders" ? t with { Checks = [new ModelCheck("CK_Orders_State", sql)] } : t)],
        };
    }
}
