using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Core.Tests.Expressions;

public sealed class SqlCanonicalizerTests
{
    [Theory]
    [InlineData("\"State\" IN ('a','b')", "(`State` in (_utf8mb4'a',_utf8mb4'b'))")]
    [InlineData("[A] > 0 AND [B] > 0 AND [C] > 0", "((`A` > 0) and (`B` > 0) and (`C` > 0))")]
    [InlineData("A > 0 AND (B > 0 AND C > 0)", "(((`A` > 0) and (`B` > 0)) and (`C` > 0))")]
    [InlineData("A>0", "0 < `a`")]
    [InlineData("A != 1", "(`A` <> 1)")]
    [InlineData("A == 1", "(`A` = 1)")]
    [InlineData("NOT (A > 1)", "(`A` <= 1)")]
    [InlineData("NOT (A = 1 OR B = 2)", "((`A` <> 1) and (`B` <> 2))")]
    [InlineData("A IS NOT NULL", "(`A` is not null)")]
    [InlineData("A NOTNULL", "(`A` is not null)")]
    [InlineData("A NOT NULL", "not(`A` is null)")]
    [InlineData("A IS 1", "(`A` <=> 1)")]
    [InlineData("A NOT IN (1, 2)", "(`A` not in (1,2))")]
    [InlineData("A BETWEEN 1 AND 2 AND B = 3", "((`A` between 1 and 2) and (`B` = 3))")]
    [InlineData("A = TRUE", "(`A` = true)")]
    [InlineData("A = 1", "(`A` = true)")]
    [InlineData("A >= 1.50", "(`A` >= 1.5)")]
    [InlineData("A >= 1e2", "(`A` >= 100)")]
    [InlineData("A > -1", "(`A` > -(1))")]
    [InlineData("A + B * 2", "(`A` + (`B` * 2))")]
    [InlineData("(A + B) * 2", "((`A` + `B`) * 2)")]
    [InlineData("A || ' ' || B", "concat(`A`,_utf8mb4' ',`B`)")]
    [InlineData("concat(coalesce(A, ''), 'x')", "concat(coalesce(`A`,_utf8mb4''),_utf8mb4'x')")]
    [InlineData("length(A) <= 3", "(char_length(`A`) <= 3)")]
    [InlineData("ifnull(A, 0)", "coalesce(`A`,0)")]
    [InlineData("substr(A, 1, 2)", "substring(`A`,1,2)")]
    [InlineData("iif(A > 0, 1, 0)", "if((`A` > 0),1,0)")]
    [InlineData("CASE WHEN A > 0 THEN 1 ELSE 0 END", "if((`A` > 0),1,0)")]
    [InlineData("CASE A WHEN 1 THEN 'x' END", "(case when (`A` = 1) then _utf8mb4'x' end)")]
    [InlineData("CAST(A AS TEXT)", "cast(`A` as char charset utf8mb4)")]
    [InlineData("CAST(A AS INTEGER)", "cast(`A` as signed)")]
    [InlineData("CAST(A AS REAL)", "cast(`A` as double)")]
    [InlineData("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP(6)")]
    [InlineData("CURRENT_TIMESTAMP", "now()")]
    [InlineData("datetime('now')", "utc_timestamp()")]
    [InlineData("CURRENT_DATE", "curdate()")]
    [InlineData("A % 2 = 0", "((`A` % 2) = 0)")]
    [InlineData("A LIKE 'a%'", "(`A` like _utf8mb4'a%')")]
    [InlineData("A LIKE 'a!%' ESCAPE '!'", "(`A` like _utf8mb4'a!%' escape '!')")]
    [InlineData("X'0AFF'", "0x0aff")]
    [InlineData("A = 'it''s'", "(`A` = _utf8mb4'it\\'s')")]
    [InlineData("A ->> '$.x'", "json_unquote(json_extract(`A`,_utf8mb4'$.x'))")]
    [InlineData("A /* why */ > 0 -- so", "(`A` > 0)")]
    [InlineData("\"T\".\"A\" > 0", "(`T`.`A` > 0)")]
    [InlineData("\"we\"\"ird `name\" > 0", "(`we\"ird ``name` > 0)")]
    [InlineData("max(A, B)", "greatest(`A`,`B`)")]
    [InlineData("A AND B", "((0 <> `A`) and (0 <> `B`))")]
    [InlineData("A OR NOT B", "((0 <> `A`) or (0 = `B`))")]
    [InlineData("NOT NOT A", "(0 <> `A`)")]
    [InlineData("A IS TRUE", "((0 <> `A`) is true)")]
    [InlineData("A IS NOT FALSE", "((0 <> `A`) is not false)")]
    [InlineData("NOT (A = B OR S IN ('x'))", "((`A` <> `B`) and (`S` <> _utf8mb4'x'))")]
    [InlineData("A = B", "(`B` = `A`)")]
    [InlineData("date(A) > '2020-01-01'", "(cast(`A` as date) > _utf8mb4'2020-01-01')")]
    [InlineData("round(A)", "round(`A`,0)")]
    [InlineData("instr(A, '@') > 1", "(locate(_utf8mb4'@',`A`) > 1)")]
    public void Spellings_of_one_expression_come_down_to_one_text(string sqlite, string mySql)
    {
        var left = SqlCanonicalizer.CrossEngine(sqlite, SqlDialect.Sqlite);
        var right = SqlCanonicalizer.CrossEngine(mySql, SqlDialect.MySql);

        Assert.Equal(left.Text, right.Text);
        Assert.Null(left.NotUnderstood);
        Assert.Null(right.NotUnderstood);
    }

    [Theory]
    [InlineData("\"A\" > 0", "(_utf8mb4'A' > 0)")]
    [InlineData("A || B", "(`A` or `B`)")]
    [InlineData("length(A) <= 3", "(length(`A`) <= 3)")]
    [InlineData("concat(A, B)", "concat(`A`,`B`)")]
    [InlineData("A > 0", "(`A` >= 0)")]
    [InlineData("A IS TRUE", "(`A` <=> 1)")]
    [InlineData("A < B", "(`B` < `A`)")]
    [InlineData("S = 'back\\slash'", "(`S` = _utf8mb4'backslash')")]
    [InlineData("A > 0 OR B > 0 AND C > 0", "(((`A` > 0) or (`B` > 0)) and (`C` > 0))")]
    [InlineData("A IN (1, 2)", "(`A` in (1,3))")]
    [InlineData("A = 'x'", "(`A` = _utf8mb4'X')")]
    [InlineData("json_extract(A, '$.x')", "json_extract(`A`,_utf8mb4'$.x')")]
    [InlineData("log(A)", "log(`A`)")]
    public void What_means_something_else_stays_different(string sqlite, string mySql)
    {
        var left = SqlCanonicalizer.CrossEngine(sqlite, SqlDialect.Sqlite);
        var right = SqlCanonicalizer.CrossEngine(mySql, SqlDialect.MySql);

        Assert.NotEqual(left.Text, right.Text);
    }

    [Theory]
    [InlineData("randomblob(16)")]
    [InlineData("A = (SELECT max(B) FROM T)")]
    [InlineData("A > ")]
    [InlineData("A = 'open")]
    [InlineData("A ; B")]
    [InlineData("")]
    public void What_is_not_understood_says_so(string sql) =>
        Assert.False(SqlCanonicalizer.CrossEngine(sql, SqlDialect.Sqlite).IsUnderstood);

    [Fact]
    public void Concat_of_required_columns_skips_no_null() =>
        Assert.Equal(
            SqlCanonicalizer.CrossEngine("concat(A, B)", SqlDialect.MySql).Text,
            SqlCanonicalizer.CrossEngine("concat(A, B)", SqlDialect.Sqlite, _ => new ExpressionColumn(IsNullable: false, TypeFamilies.Text)).Text);

    [Theory]
    [InlineData("A & 1 << 2 = B", "((`A` & 1) << 2) = `B`")]
    [InlineData("A = B < R", "`A` = (`B` < `R`)")]
    [InlineData("A | B & C", "(`A` | `B`) & `C`")]
    [InlineData("A < B = C", "(`A` < `B`) = `C`")]
    [InlineData("NOT A = B", "not (`A` = `B`)")]
    public void SQLite_binds_by_its_own_precedence(string sqlite, string parenthesised) =>
        Assert.Equal(MySql(parenthesised), Sqlite(sqlite));

    [Theory]
    [InlineData("A & 1 << 2", "A & (1 << 2)")]
    [InlineData("A | B & C", "A | (B & C)")]
    [InlineData("A = B < R", "(A = B) < R")]
    [InlineData("A = B IN (1, 2)", "A = (B IN (1, 2))")]
    [InlineData("A OR B XOR C AND D", "A OR (B XOR (C AND D))")]
    [InlineData("-A ^ B", "(-A) ^ B")]
    [InlineData("!A + B", "(!A) + B")]
    [InlineData("A || B AND C", "A OR (B AND C)")]
    public void MySQL_binds_by_its_own_precedence(string text, string parenthesised) => Assert.Equal(MySql(parenthesised), MySql(text));

    [Theory]
    [InlineData("A / 2", "`A` / 2")]
    [InlineData("R % 2", "`R` % 2")]
    [InlineData("CAST(R AS INTEGER)", "cast(`R` as signed)")]
    [InlineData("hex(A)", "hex(`A`)")]
    [InlineData("substr(Code, 0, 3)", "substr(`Code`, 0, 3)")]
    [InlineData("substr(Code, -3, 2)", "substr(`Code`, -3, 2)")]
    [InlineData("round(R, -1)", "round(`R`, -1)")]
    [InlineData("Code LIKE 'a\\%'", "`Code` like 'a\\\\%'")]
    [InlineData("group_concat(Code, '-')", "group_concat(`Code`, '-')")]
    [InlineData("trim(Code, 'x')", "trim(`Code`, 'x')")]
    [InlineData("+Code = 1", "`Code` = 1")]
    [InlineData("Code", "convert(`Code` using ascii)")]
    [InlineData("CAST(Code AS TEXT)", "cast(`Code` as char charset binary)")]
    [InlineData("A = 1.0000000000000000000000000000001", "`A` = 1.0000000000000000000000000000002")]
    [InlineData("Code = 'a'", "`Code` = _latin1'a'")]
    [InlineData("CAST(A AS DATE)", "cast(`A` as date)")]
    public void What_only_looks_alike_is_not_equal(string sqlite, string mySql)
    {
        var left = SqlCanonicalizer.CrossEngine(sqlite, SqlDialect.Sqlite, Columns);
        var right = SqlCanonicalizer.CrossEngine(mySql, SqlDialect.MySql, Columns);

        Assert.True(left.Text != right.Text || !left.IsUnderstood || !right.IsUnderstood, left.Text);
    }

    [Theory]
    [InlineData("A / 2", "`A` div 2")]
    [InlineData("A / 2.0", "`A` / 2")]
    [InlineData("R / 2", "`R` / 2")]
    [InlineData("A % 2", "`A` % 2")]
    [InlineData("abs(A - 1) % 7", "abs(`A` - 1) % 7")]
    [InlineData("CAST(A AS INTEGER)", "cast(`A` as signed)")]
    [InlineData("hex(Code)", "hex(`Code`)")]
    [InlineData("CAST(A AS VARCHAR(10))", "cast(`A` as char)")]
    public void Types_decide_what_a_spelling_means(string sqlite, string mySql)
    {
        var left = SqlCanonicalizer.CrossEngine(sqlite, SqlDialect.Sqlite, Columns);
        var right = SqlCanonicalizer.CrossEngine(mySql, SqlDialect.MySql, Columns);

        Assert.Equal(left.Text, right.Text);
        Assert.True(left.IsUnderstood && right.IsUnderstood);
    }

    [Theory]
    [InlineData("R % 2", "`R` % 2", true)]
    [InlineData("R | 1", "`R` | 1", true)]
    [InlineData("A << 0.5", "`A` << 0.5", true)]
    [InlineData("CAST(R AS INTEGER)", "cast(`R` as signed)", false)]
    [InlineData("A % 2", "`A` % 2", false)]
    [InlineData("A & B", "`A` & `B`", false)]
    [InlineData("R % 2", "`R` % 3", false)]
    public void Operations_that_cut_off_fractions_on_SQLite_only_are_known(string sqlite, string mySql, bool isComputedDifferently) =>
        Assert.Equal(
            isComputedDifferently ? CanonicalSql.CutsFractions : null,
            SqlCanonicalizer.CrossEngine(sqlite, SqlDialect.Sqlite, Columns).ComputedDifferently(SqlCanonicalizer.CrossEngine(mySql, SqlDialect.MySql, Columns)));

    [Theory]
    [InlineData("Code LIKE 'a%' AND A > 1", "utf8mb4_0900_bin", true)]
    [InlineData("Code LIKE 'a%' AND A > 1", "utf8mb4_0900_as_cs", true)]
    [InlineData("Code LIKE 'a%' AND A > 1", "utf8mb4_0900_ai_ci", false)]
    [InlineData("Code LIKE '1%' AND A > 1", "utf8mb4_0900_bin", false)]
    [InlineData("lower(Code) LIKE 'a%'", "utf8mb4_0900_bin", false)]
    public void A_pattern_with_letters_over_a_case_sensitive_column_is_known(string sql, string collation, bool isComputedDifferently)
    {
        ExpressionColumn? Collated(string name) => name.Equals("code", StringComparison.OrdinalIgnoreCase) ? new ExpressionColumn(IsNullable: true, TypeFamilies.Text) { Collation = collation } : Columns(name);
        Assert.Equal(
            isComputedDifferently ? CanonicalSql.IgnoresCase : null,
            SqlCanonicalizer.CrossEngine(sql, SqlDialect.Sqlite, Collated).ComputedDifferently(SqlCanonicalizer.CrossEngine(sql, SqlDialect.MySql, Collated)));
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("15e-1", "1.5")]
    [InlineData("1e30", "1000000000000000000000000000000")]
    [InlineData("1E-07", "0.0000001")]
    [InlineData("-0.0", "0")]
    [InlineData("007", "7")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("1e400", "1e400")]
    public void Numbers_are_compared_by_their_exact_value(string text, string canonical) => Assert.Equal(canonical, SqlNumber.Canonical(text));

    private static string Sqlite(string sql) => SqlCanonicalizer.CrossEngine(sql, SqlDialect.Sqlite).Text;

    private static string MySql(string sql) => SqlCanonicalizer.CrossEngine(sql, SqlDialect.MySql).Text;

    private static ExpressionColumn? Columns(string name) => new(IsNullable: true, name switch
    {
        "a" or "b" => TypeFamilies.Whole,
        "r" => TypeFamilies.Float,
        _ => TypeFamilies.Text,
    });
}
