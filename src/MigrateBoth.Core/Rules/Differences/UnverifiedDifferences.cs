using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>What could not be compared, which is never taken for equal.</summary>
internal static class UnverifiedDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.UnreadObject)
        {
            Unverified = new("MB901", "Object is not understood", Severity.Error, d => new(
                $"{(d.Left is null ? d.RightEngine : d.LeftEngine).DisplayName()} has {d.Object}, which cannot be compared{d.Because()}.",
                "Check by hand that the other engine does the same, and accept the finding with the reason; it comes back when the object changes.")),
            Between = (d, s) => $"{s.Owner(d)} has {d.Object}, which cannot be compared{d.Because()}.",
            AdviceBetween = (_, s) => $"Check by hand that it is the same in {s.Left} and in {s.Right}, and accept the finding with the reason; it comes back when the object changes.",
            AdviceWithoutModel = own => own,
        },
        new(DifferenceKind.HiddenObject)
        {
            Unverified = new("MB906", "Account may not see everything", Severity.Error, d => new(
                $"The account may not see {d.Object} on {(d.Left is null ? d.RightEngine : d.LeftEngine).DisplayName()}, so it could not be verified{d.Because()}.",
                "Grant the account what it lacks, or let the check run on a scratch server (--mysql auto).")),
            Between = (d, s) => $"The account may not see {d.Object} in {s.Owner(d)}, so it could not be verified{d.Because()}.",
            AdviceBetween = (_, _) => "Grant the account the missing privilege and run the check again; invisible objects never count as equal.",
            AdviceWithoutModel = own => own,
        },
        new(DifferenceKind.UncomparableExpression)
        {
            Unverified = new("MB902", "Expressions cannot be compared", Severity.Error, d => new(
                $"Whether {d.Object} means the same on {d.LeftEngine.DisplayName()} and {d.RightEngine.DisplayName()} cannot be told{d.Because()}.",
                "Use SQL that both engines understand, or check by hand that both texts do the same and accept the finding with the reason; it comes back when one of them changes.")),
            Between = (d, s) => $"Whether {d.Object} is the same in {s.Left} and in {s.Right} cannot be told{d.Because()}.",
            AdviceBetween = (_, _) => null,
            AdviceWithoutModel = own => own,
        },
        new(DifferenceKind.UnknownType)
        {
            Unverified = new("MB903", "Type is not known", Severity.Error, d => new(
                $"Whether {d.Object} ({d.Left.OrNothing()} on {d.LeftEngine.DisplayName()}, {d.Right.OrNothing()} on {d.RightEngine.DisplayName()}) holds the same values could not be determined{d.Because()}.",
                "Map the column in the model, whose types decide then, or check by hand and accept the finding with the reason.")),
            Between = (d, s) => $"Whether {d.Object} is the same in {s.Left} and in {s.Right} cannot be told{d.Because()}.",
            AdviceBetween = (_, _) => null,
            AdviceWithoutModel = _ => "Compare the values of both columns by hand; if they are the same, accept the finding with the reason.",
        },
        new(DifferenceKind.BrokenView)
        {
            Unverified = new("MB907", "View is broken", Severity.Error, d => new(
                $"{(d.Left is null ? d.RightEngine : d.LeftEngine).DisplayName()} cannot resolve the view {d.Object} any more: something it reads was renamed or dropped.",
                "Drop the view before the rename and create it again after it, with raw SQL in the same migration.")),
            Between = (d, s) => $"The view {d.Object} in {s.Owner(d)} cannot be resolved any more: something it reads was renamed or dropped.",
            AdviceBetween = (_, _) => null,
            AdviceWithoutModel = _ => "Drop the view, or create it again over what it reads.",
        },
    ];
}
