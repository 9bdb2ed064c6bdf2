using MigrateBoth.Core.Execution;

namespace MigrateBoth.Core.Tests.Execution;

public sealed class MutationsTests
{
    [Theory]
    [InlineData("A > 1", "A >= 1", "A > 0")]
    [InlineData("Code LIKE 'a%' OR Code = 'x'", "Code LIKE '~a%' OR Code = 'x'", "Code LIKE 'a%' OR Code <> 'x'", "Code LIKE 'a%' OR Code = '~'")]
    [InlineData("\"A\"+1.50", "\"A\" + 2.50")]
    [InlineData("UPDATE L SET X = X + 1, Y = 'a' WHERE Id = 2", "UPDATE L SET X = X + 0 , Y = 'a' WHERE Id = 2", "UPDATE L SET X = X + 1 , Y = '~' WHERE Id = 2", "UPDATE L SET X = X + 1 , Y = 'a' WHERE Id <> 2", "UPDATE L SET X = X + 1 , Y = 'a' WHERE Id = 3")]
    public void Each_number_text_and_comparison_is_changed_once(string sql, params string[] expected) => Assert.Equal(expected, Mutations.Texts(sql));

    [Theory]
    [InlineData("EXISTS (SELECT 1 FROM T)")]
    [InlineData("count(1)")]
    [InlineData("SELECT RAISE(ABORT, 'no')")]
    [InlineData("A + B")]
    [InlineData("SELECT A FROM T GROUP BY strftime('%Y', At)")]
    public void What_says_nothing_is_left_alone(string sql) => Assert.Empty(Mutations.Texts(sql));
}
