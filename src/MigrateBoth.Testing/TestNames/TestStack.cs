using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MigrateBoth.Testing.TestNames;

/// <summary>
/// Finds the test on the call stack. Up to the first wait that really waits, the method of a test is on the stack of whatever it calls; that is
/// where contexts are made, connections opened and saves begun.
/// </summary>
internal static class TestStack
{
    private static readonly HashSet<string> s_continuations =
    [
        "RunContinuations", "FinishContinuations", "RunOrScheduleAction", "TrySetResult", "TrySetException", "TrySetCanceled",
        "SetExistingTaskResult", "InvokeContinuation", "SignalCompletion",
    ];

    private static readonly ConcurrentDictionary<MethodBase, MethodBase?> s_sources = new();
    private static readonly ConcurrentDictionary<MethodBase, bool> s_tests = new();

    /// <summary>The innermost test method on the stack, or else the innermost class with tests.</summary>
    public static RunningTest? Find()
    {
        Type? testClass = null;
        foreach (var frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is not { DeclaringType: not null } method)
            {
                continue;
            }

            if (IsContinuation(method))
            {
                break;
            }

            if (s_sources.GetOrAdd(method, SourceOf) is not { } source)
            {
                continue;
            }

            if (source is MethodInfo candidate && s_tests.GetOrAdd(candidate, static method => TestAttributes.IsTest((MethodInfo)method)))
            {
                return new RunningTest(new TestMethod(candidate.DeclaringType!, candidate), candidate.DeclaringType);
            }

            if (testClass is null && source.DeclaringType is { IsAbstract: false } type && TestAttributes.HasTests(type))
            {
                testClass = type;
            }
        }

        return testClass is null ? null : new RunningTest(null, testClass);
    }

    // Below such a frame is what was waited for, not what called: the end of one test may be what the set-up of the next one runs on.
    private static bool IsContinuation(MethodBase method) =>
        s_continuations.Contains(method.Name)
        && method.DeclaringType!.Namespace is "System.Threading.Tasks" or "System.Threading.Tasks.Sources" or "System.Runtime.CompilerServices";

    // What the compiler made of a method (state machines, closures) back to the method; null for what no test is in.
    private static MethodBase? SourceOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        if (type.Assembly == typeof(TestStack).Assembly || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return null;
        }

        if (!type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.DeclaringType is not { } outer)
        {
            return method;
        }

        // <Places_an_order>d__5.MoveNext, possibly inside a closure's class <>c__DisplayClass5_0 (a local function).
        if (Between(type.Name) is not { Length: > 0 } name)
        {
            return null;
        }

        while (outer.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && outer.DeclaringType is { } next)
        {
            outer = next;
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var candidates = outer.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(candidate => candidate.Name == name)
            .ToList();
        return candidates.FirstOrDefault(candidate => candidate.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType == definition)
            ?? candidates.FirstOrDefault();
    }

    private static string? Between(string name)
    {
        var end = name.StartsWith('<') ? name.IndexOf('>', StringComparison.Ordinal) : -1;
        return end > 0 ? name[1..end] : null;
    }
}
