using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Cli;

/// <summary>A hook request that gets a card, to try the server with.</summary>
/// <param name="Service">Id of the service to call.</param>
/// <param name="Request">The body, as compact JSON.</param>
internal sealed record ExampleCall(string Service, string Request)
{
    /// <summary>The first of the <c>calls</c> files, in the order of their names, that expects a card.</summary>
    /// <returns>The call, or <see langword="null"/> if no file has one.</returns>
    public static ExampleCall? Find(Workspace workspace)
    {
        var folder = Path.Combine(workspace.Root, "calls");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read).FirstOrDefault(call => call is not null)
            : null;
    }

    private static ExampleCall? Read(string file)
    {
        var tree = JsonParser.Parse(File.ReadAllBytes(file), file, new JsonLimits { KeepEmpty = true }).Tree;
        if (tree is null)
        {
            return null;
        }

        var (service, request, expect) = (tree.Root.Child("service"), tree.Root.Child("request"), tree.Root.Child("expect"));
        var hasCard = expect.Exists && expect.Child("cards") is { Exists: true, HasChildren: true };
        return hasCard && service.Exists && service.Text is { } id && request.Exists ? new ExampleCall(id, Encoding.UTF8.GetString(JsonWriter.Write(request))) : null;
    }
}
