using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;

#pragma warning disable EF1001 // OperationReporter is internal API, unchanged since EF Core 2.

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>What EF Core's design time says, kept for the error message when nothing works.</summary>
internal sealed class DesignTimeLog
{
    private readonly List<string> _warnings = [];

    public DesignTimeLog()
    {
        Reporter = new OperationReporter(new OperationReportHandler(
            errorHandler: Keep, warningHandler: Keep, informationHandler: _ => { }, verboseHandler: _ => { }));
    }

    public IOperationReporter Reporter { get; }

    public IReadOnlyList<string> Warnings => _warnings;

    private void Keep(string message) => _warnings.Add(message);
}
