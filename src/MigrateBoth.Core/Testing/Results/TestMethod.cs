using System.Xml.Linq;

namespace MigrateBoth.Core.Testing.Results;

/// <summary>The method behind a result: frameworks show a test by full name, by method name, or by a text of the author's.</summary>
internal sealed record TestMethod(string Class, string Method)
{
    public string FullName => Class.Length == 0 ? Method : $"{Class}.{Method}";

    public static TestMethod Of(XElement? element)
    {
        // MSTest writes the class with its assembly, xUnit the method with its class, NUnit the method with its arguments.
        var type = ((string?)element?.Attribute("className") ?? string.Empty).Split(',')[0].Trim();
        var method = ((string?)element?.Attribute("name") ?? string.Empty).Trim();
        method = type.Length > 0 && method.StartsWith(type + ".", StringComparison.Ordinal) ? method[(type.Length + 1)..] : method;
        var arguments = method.IndexOfAny(['(', ' ', '<']);
        return new TestMethod(type, arguments > 0 ? method[..arguments] : method);
    }

    /// <summary>The full name with the arguments that are shown.</summary>
    public string NameOf(string shown)
    {
        shown = shown.Trim();
        if (Class.Length == 0 || shown.StartsWith(FullName, StringComparison.Ordinal))
        {
            return shown.Length > 0 ? shown : FullName;
        }

        var simple = Method[(Method.LastIndexOf('.') + 1)..];
        return shown.StartsWith(simple, StringComparison.Ordinal) ? Class + "." + shown
            : shown.Length == 0 ? FullName
            : $"{FullName} [{shown}]";
    }
}
