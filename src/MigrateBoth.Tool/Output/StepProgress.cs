namespace MigrateBoth.Tool.Output;

/// <summary>Shows what a part reports as what a step is doing; at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
internal sealed class StepProgress(IProgressStep step) : IProgress<string>
{
    public void Report(string value) => step.Update(value);
}
