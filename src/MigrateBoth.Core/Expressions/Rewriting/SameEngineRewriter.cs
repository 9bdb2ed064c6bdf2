namespace MigrateBoth.Core.Expressions.Rewriting;

/// <summary>
/// Folds only synonyms of one engine. Unknown functions do no harm: the same name on the same engine has the same meaning.
/// </summary>
internal sealed class SameEngineRewriter(SqlDialect dialect) : ExpressionRewriter
{
    protected override SqlNode Function(SqlNode call) =>
        call with { Text = dialect.Functions.Meaning(call.Text) ?? call.Text };
}
