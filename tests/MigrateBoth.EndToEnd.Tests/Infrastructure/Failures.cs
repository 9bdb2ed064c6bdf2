using System.Text.RegularExpressions;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>What every failure owes its user.</summary>
internal static partial class Failures
{
    /// <summary>The exit code, the code and a message that names what is needed, no stack trace, and one JSON document all the same.</summary>
    public static void AssertFails(this ToolResult result, int exitCode, string code, params string[] named)
    {
        Assert.True(exitCode == result.ExitCode, $"expected exit code {exitCode}\n{result}");
        var error = result.Json.GetProperty("error");
        Assert.True(code == error.GetProperty("code").GetString(), $"expected code {code}\n{result}");
        var told = error.GetProperty("message").GetString() + "\n" + (error.TryGetProperty("hint", out var hint) ? hint.ToString() : "");
        foreach (var name in named)
        {
            Assert.Contains(name, told, StringComparison.OrdinalIgnoreCase);
        }

        result.AssertCivil();
    }

    /// <summary>No stack trace and no password, wherever it was printed.</summary>
    public static void AssertCivil(this ToolResult result)
    {
        Assert.DoesNotMatch(StackFrame(), result.Output);
        Assert.DoesNotMatch(StackFrame(), result.Error);
        Assert.DoesNotContain(Secret, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Error, StringComparison.Ordinal);
    }

    /// <summary>The password that tests hand over and never want to read again.</summary>
    public const string Secret = "s3cr3t-Pa55word";

    [GeneratedRegex(@"^\s+at [\w.<>`\[\]]+\(", RegexOptions.Multiline)]
    private static partial Regex StackFrame();
}
