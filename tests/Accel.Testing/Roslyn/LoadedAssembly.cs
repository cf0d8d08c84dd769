using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Accel.Testing.Roslyn;

/// <summary>A compilation loaded into the test's process, collectible once disposed. Accel itself is the test's own copy.</summary>
public sealed class LoadedAssembly : IDisposable
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Context _context;

    private LoadedAssembly(Context context, Assembly assembly)
    {
        _context = context;
        Assembly = assembly;
    }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Emits and loads a compilation.</summary>
    /// <param name="compilation">What to load.</param>
    /// <param name="dependencies">Other compilations of the test that it references.</param>
    /// <exception cref="XunitException">One of them does not compile.</exception>
    public static LoadedAssembly Of(Compilation compilation, IReadOnlyList<Compilation> dependencies)
    {
        var context = new Context();
        foreach (Compilation dependency in dependencies)
        {
            context.Add(dependency);
        }

        return new LoadedAssembly(context, context.Add(compilation));
    }

    /// <summary>
    /// A static method as a delegate. Spans cannot pass through reflection, so a test declares a delegate type with the kernel's parameters;
    /// of several overloads it takes the one with exactly these parameters. A delegate runs the method itself: its call is not intercepted.
    /// </summary>
    /// <param name="method">The method's name.</param>
    /// <param name="type">The type's full name.</param>
    /// <exception cref="XunitException">There is no such method.</exception>
    public TDelegate Get<TDelegate>(string method, string type = Sources.KernelSource.FullClassName)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        MethodInfo? found = FindType(type).GetMethod(method, AnyStatic, parameters)
            ?? throw new XunitException($"{type} has no static method {method}({string.Join(", ", parameters.Select(p => p.Name))}).");
        return found.CreateDelegate<TDelegate>();
    }

    /// <summary>Calls a static method, the exception that it throws passing through as it is.</summary>
    /// <param name="method">The method's name; it must not be overloaded.</param>
    /// <param name="arguments">In order; no spans.</param>
    /// <exception cref="XunitException">There is no such method.</exception>
    public object? Invoke(string method, params object?[] arguments)
    {
        MethodInfo found = FindType(Sources.KernelSource.FullClassName).GetMethod(method, AnyStatic)
            ?? throw new XunitException($"{Sources.KernelSource.FullClassName} has no static method {method}.");
        return Call(found, arguments);
    }

    /// <summary>Runs the program's entry point.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code, 0 for a <c>void Main</c>.</returns>
    public int RunProgram(params string[] arguments)
    {
        MethodInfo main = Assembly.EntryPoint ?? throw new XunitException("the assembly is a library; set CompileOptions.Executable.");
        object? result = Call(main, main.GetParameters().Length == 0 ? [] : [arguments]);
        return result as int? ?? 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private Type FindType(string name) => Assembly.GetType(name) ?? throw new XunitException(
        $"the assembly has no type {name}; it has {string.Join(", ", Assembly.GetTypes().Select(type => type.FullName))}.");

    private static object? Call(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException wrapper) when (wrapper.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(wrapper.InnerException);
            throw;
        }
    }

    private sealed class Context() : AssemblyLoadContext("Accel test", isCollectible: true)
    {
        // Weak, because a context that is being unloaded is kept alive until its assemblies are collected.
        private readonly Dictionary<string, WeakReference<Assembly>> _loaded = [];

        public Assembly Add(Compilation compilation)
        {
            using var image = new MemoryStream(compilation.EmitImage());
            Assembly assembly = LoadFromStream(image);
            _loaded.Add(assembly.GetName().Name!, new WeakReference<Assembly>(assembly));
            return assembly;
        }

        // Null hands over to the default context, so that statics of Accel are those that the test sees.
        protected override Assembly? Load(AssemblyName assemblyName) =>
            _loaded.TryGetValue(assemblyName.Name!, out WeakReference<Assembly>? entry) && entry.TryGetTarget(out Assembly? assembly) ? assembly : null;
    }
}
