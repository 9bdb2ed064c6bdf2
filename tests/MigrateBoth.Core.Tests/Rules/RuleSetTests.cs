using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;

namespace MigrateBoth.Core.Tests.Rules;

public sealed class RuleSetTests
{
    public static TheoryData<string> Ids => [.. RuleSet.All.Select(rule => rule.Id)];

    [Fact]
    public void Two_rules_with_one_id_are_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => RuleSet.Index([new Notice("MB999", "One", Severity.Info), new Notice("mb999", "Other", Severity.Info)]));

        Assert.Contains("'One' and 'Other'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_difference_has_exactly_one_rule_at_each_level()
    {
        foreach (var kind in Enum.GetValues<DifferenceKind>())
        {
            var drift = RuleSet.Drift.Concat(RuleSet.Unverified).Count(rule => rule.Kind == kind);
            var parity = RuleSet.Parity.Concat(RuleSet.Unverified).Count(rule => rule.Kind == kind);

            Assert.True(drift == 1, $"{kind} has {drift} rules for drift");
            Assert.True(parity == (kind == DifferenceKind.Comment ? 0 : 1), $"{kind} has {parity} rules for parity");
        }
    }

    [Fact]
    public void The_same_thing_has_the_same_last_digits_in_drift_and_parity()
    {
        var drift = RuleSet.Drift.ToDictionary(rule => rule.Kind, rule => rule.Id[3..]);

        Assert.All(RuleSet.Parity, rule => Assert.Equal(drift[rule.Kind], rule.Id[3..]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_section_with_its_title_severity_and_fix(string id)
    {
        var rule = RuleSet.ById[id];
        var section = RuleDocs.Find(id.ToLowerInvariant());

        Assert.NotNull(section);
        Assert.StartsWith($"### {id}\n\n**{rule.Title}** ({rule.DefaultSeverity.ToString().ToLowerInvariant()}, ", section, StringComparison.Ordinal);
        Assert.Contains("**Fix.**", section, StringComparison.Ordinal);
        Assert.EndsWith($"#{id.ToLowerInvariant()}", rule.HelpUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_has_a_rule() =>
        Assert.Equal(RuleSet.All.Select(rule => rule.Id), RuleDocs.Sections.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void There_is_no_section_for_what_is_no_rule() => Assert.Null(RuleDocs.Find("MB000"));
}
