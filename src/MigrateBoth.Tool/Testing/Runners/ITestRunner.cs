using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Testing.Runners;

/// <summary>How the tests of a project are run; what differs between VSTest, Microsoft.Testing.Platform and xUnit v3's own runner.</summary>
internal interface ITestRunner
{
    /// <summary>The filter that the project's own settings hold, so that a run of it is not the whole suite; null when they hold none.</summary>
    string? OwnFilter => null;

    /// <summary>The arguments of <c>dotnet</c> that run the tests and write a TRX file.</summary>
    /// <param name="assembly">The built test assembly.</param>
    /// <param name="selection">Which tests.</param>
    /// <param name="resultFile">The TRX file's full path; its folder exists, and what else the runner has to read may be written into it.</param>
    /// <exception cref="Core.Errors.MigrateBothException">The runner cannot select tests in this way.</exception>
    IReadOnlyList<string> RunArguments(string assembly, TestSelection selection, string resultFile);

    /// <summary>The arguments of <c>dotnet</c> that list the tests without running them.</summary>
    /// <param name="assembly">The built test assembly.</param>
    /// <param name="filter">The user's filter, or null.</param>
    /// <param name="listFile">A file that the runner may write to; its folder exists.</param>
    IReadOnlyList<string> ListArguments(string assembly, string? filter, string listFile);

    /// <summary>The full names of the classes that hold tests.</summary>
    /// <param name="output">What the listing wrote to stdout.</param>
    /// <param name="listFile">The file of <see cref="ListArguments"/>, which need not exist.</param>
    IReadOnlyList<string> ReadClasses(string output, string listFile);

    /// <summary>What a line of the runner's output tells of a test, or null.</summary>
    TestSighting? Read(string line);
}

/// <summary>What a runner's output says of a test while it runs.</summary>
/// <param name="Name">As the framework shows it.</param>
/// <param name="Outcome">How it ended; null when it begins.</param>
internal sealed record TestSighting(string Name, TestOutcome? Outcome);
