using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>
/// Has the code of migrations compiled before it runs, on a thread of its own. A Designer file is a method for each entity type, run once:
/// in a history of 400 migrations on 130 tables compiling them is nearly half of the migrator's time, while a processor and the server wait.
/// </summary>
internal sealed class MigrationCompiler : IDisposable
{
    private static readonly string[] Runs = ["Up", "BuildTargetModel"];

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private static readonly List<MigrationCompiler> Running = [];

    private readonly IReadOnlyList<Migration> _migrations;
    private readonly Func<int> _reached;
    private readonly Task _compiling;
    private volatile bool _isStopping;
    private int _remaining;

    private MigrationCompiler(IReadOnlyList<Migration> migrations, Func<int> reached)
    {
        _migrations = migrations;
        _reached = reached;
        _remaining = migrations.Count;
        _compiling = Task.Factory.StartNew(CompileAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Starts to compile.</summary>
    /// <param name="migrations">What is going to be applied, in order.</param>
    /// <param name="reached">How many of them have already started; these are not compiled ahead.</param>
    public static MigrationCompiler Start(IReadOnlyList<Migration> migrations, Func<int> reached) => new(migrations, reached);

    public void Dispose()
    {
        _isStopping = true;
        _compiling.Wait();
    }

    private void CompileAll()
    {
        lock (Running)
        {
            Running.Add(this);
        }

        try
        {
            CompileEach();
        }
        finally
        {
            lock (Running)
            {
                Running.Remove(this);
                Monitor.PulseAll(Running);
            }
        }
    }

    /// <summary>Both engines' histories are applied at once. The longer one determines the total time, so it is compiled first.</summary>
    private void WaitForLonger()
    {
        lock (Running)
        {
            while (!_isStopping && Running.Any(other => other._remaining > _remaining))
            {
                Monitor.Wait(Running, Patience);
            }

            _remaining--;
        }
    }

    private void CompileEach()
    {
        foreach (var assembly in _migrations.Select((migration, index) => (Type: migration.GetType(), Index: index)).GroupBy(migration => migration.Type.Assembly))
        {
            try
            {
                // Metadata is read as such: reflection would take a third of the time that compiling takes.
                using var image = new PEReader(File.OpenRead(assembly.Key.Location));
                var metadata = image.GetMetadataReader();
                foreach (var (type, index) in assembly)
                {
                    WaitForLonger();
                    if (!_isStopping && index >= _reached())
                    {
                        Compile(type, metadata);
                    }
                }
            }
            catch (Exception)
            {
                // An assembly that is not on disk, or code that cannot be compiled: running the migration reports the error.
            }
        }
    }

    private void Compile(Type migration, MetadataReader metadata)
    {
        var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(migration.MetadataToken));
        Compile(migration.Module, definition, metadata, name => Runs.Any(run => metadata.StringComparer.Equals(name, run)));
        foreach (var nested in definition.GetNestedTypes())
        {
            // The compiler's own methods for lambdas.
            Compile(migration.Module, metadata.GetTypeDefinition(nested), metadata, name => Runs.Any(run => metadata.StringComparer.StartsWith(name, $"<{run}>")));
        }
    }

    private void Compile(Module module, TypeDefinition type, MetadataReader metadata, Func<StringHandle, bool> isWanted)
    {
        if (type.GetGenericParameters().Count > 0)
        {
            return;
        }

        foreach (var handle in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            if (!_isStopping && method.RelativeVirtualAddress != 0 && method.GetGenericParameters().Count == 0 && isWanted(method.Name))
            {
                RuntimeHelpers.PrepareMethod(module.ModuleHandle.GetRuntimeMethodHandleFromMetadataToken(MetadataTokens.GetToken(handle)));
            }
        }
    }
}
