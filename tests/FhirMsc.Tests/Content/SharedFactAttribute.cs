namespace FhirMsc.Tests.Content;

/// <summary>A test that needs a file which is not part of the repository (a published page, reference lists); skipped, with the reason, where it is missing.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string file)
    {
        if (!File.Exists(Shared.Path(file)))
            Skip = $"The file shared/{file} does not lie beside the repository.";
    }
}
