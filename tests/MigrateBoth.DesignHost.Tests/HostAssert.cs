using MigrateBoth.Core.Errors;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>What every error has to fulfil.</summary>
internal static class HostAssert
{
    /// <summary>The call fails with this code and exit code, without a secret and without a stack trace.</summary>
    public static async Task<MigrateBothException> FailsAsync(string code, ExitCode exitCode, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<MigrateBothException>(call);
        Assert.Equal((code, exitCode), (exception.Code, exception.ExitCode));
        Assert.DoesNotContain("hunter2", exception.Message + exception.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", exception.Message, StringComparison.Ordinal);
        return exception;
    }
}
