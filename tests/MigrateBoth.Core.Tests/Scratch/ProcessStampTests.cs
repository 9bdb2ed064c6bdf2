using System.Diagnostics;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Scratch;

public sealed class ProcessStampTests
{
    [Fact]
    public void This_process_is_alive_and_local()
    {
        Assert.True(ProcessStamp.Current.IsAlive);
        Assert.True(ProcessStamp.Current.IsLocal);
        Assert.Equal(ProcessStamp.Current, ProcessStamp.Of(Environment.ProcessId));
    }

    [Fact]
    public void A_killed_process_is_not_alive()
    {
        using var child = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        var stamp = ProcessStamp.Of(child.Id)!;
        Assert.True(stamp.IsAlive);

        child.Kill();
        child.WaitForExit();

        Assert.False(stamp.IsAlive);
    }

    [Fact]
    public void A_stamp_survives_being_written_as_text() =>
        Assert.Equal(ProcessStamp.Current, ProcessStamp.Parse(ProcessStamp.Current.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("x y z")]
    public void Other_text_is_no_stamp(string text) => Assert.Null(ProcessStamp.Parse(text));
}
