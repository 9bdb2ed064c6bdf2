using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("MigrateBoth.MySql.Tests.Servers.ServerTestFramework", "MigrateBoth.MySql.Tests")]

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>
/// Skips the tests of a collection, visibly and with the reason, when its server cannot be had on a developer's machine. Where
/// MIGRATEBOTH_REQUIRE_MYSQL=1 declares that it is there they run, and fail. An attribute could not do it: most of the tests are
/// inherited from the suites that every engine runs.
/// </summary>
public sealed class ServerTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider source, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assemblyName, source, diagnostics)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new AssemblyRunner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class AssemblyRunner(
        ITestAssembly testAssembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink diagnosticMessageSink,
        IMessageSink executionMessageSink,
        ITestFrameworkExecutionOptions executionOptions)
        : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
    {
        protected override async Task<RunSummary> RunTestCollectionAsync(
            IMessageBus messageBus,
            ITestCollection testCollection,
            IEnumerable<IXunitTestCase> testCases,
            CancellationTokenSource cancellationTokenSource)
        {
            var reason = TestServers.AreRequiredFor(testCollection.DisplayName) ? null : await TestServers.WhyMissingAsync(testCollection.DisplayName);
            return reason is null
                ? await base.RunTestCollectionAsync(messageBus, testCollection, testCases, cancellationTokenSource)
                : Skip(messageBus, [.. testCases], reason);
        }

        private static RunSummary Skip(IMessageBus messageBus, List<IXunitTestCase> testCases, string reason)
        {
            foreach (var testCase in testCases)
            {
                var test = new XunitTest(testCase, testCase.DisplayName);
                messageBus.QueueMessage(new TestCaseStarting(testCase));
                messageBus.QueueMessage(new TestStarting(test));
                messageBus.QueueMessage(new TestSkipped(test, reason));
                messageBus.QueueMessage(new TestFinished(test, 0, null));
                messageBus.QueueMessage(new TestCaseFinished(testCase, 0, 1, 0, 1));
            }

            return new RunSummary { Total = testCases.Count, Skipped = testCases.Count };
        }
    }
}
