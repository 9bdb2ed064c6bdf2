using System.Data.Common;

using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Errors;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Says what was thrown in the terms in which both engines are compared.</summary>
internal static class ProbeErrors
{
    public static ProbeError Of(Exception exception)
    {
        var root = Fault.Unwrap(exception);
        return root switch
        {
            RowNotMadeException { InnerException: { } inner } noRow => new ProbeError(ProbeErrorKind.NoRow, inner.GetType().Name, $"{noRow.Message}: {Said(inner)}"),
            NothingShownException nothing => new ProbeError(ProbeErrorKind.NotShown, nameof(NothingShownException), nothing.Message),
            DbUpdateException or DbException => new ProbeError(ProbeErrorKind.Database, root.GetType().IsSubclassOf(typeof(DbException)) ? nameof(DbException) : root.GetType().Name, Said(root)),
            _ => new ProbeError(IsTranslation(root) ? ProbeErrorKind.Translation : ProbeErrorKind.Exception, root.GetType().Name, Said(root)),
        };
    }

    private static bool IsTranslation(Exception exception) =>
        exception is NotSupportedException
        || (exception is InvalidOperationException && exception.Message.Contains("could not be translated", StringComparison.Ordinal));

    private static string Said(Exception exception)
    {
        var text = Fault.OfDatabase(exception) is { } database ? Fault.DescribeDatabase(database) : Fault.Describe(exception);
        var line = text.ReplaceLineEndings(" ");
        return line.Length > 400 ? line[..400] + "…" : line;
    }
}
