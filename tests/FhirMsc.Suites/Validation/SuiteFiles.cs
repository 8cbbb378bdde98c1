using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Suites.Validation;

/// <summary>Files and packages of a suite, each read once.</summary>
internal sealed class SuiteFiles(string folder)
{
    private readonly ConcurrentDictionary<string, ParseResult> parsed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FhirPackage?> packages = new(StringComparer.Ordinal);

    /// <summary>A resource, from JSON or XML by the ending of the name.</summary>
    public ParseResult Read(string name) => parsed.GetOrAdd(name, file =>
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, file));
        return file.EndsWith(".xml", StringComparison.Ordinal) ? XmlParser.Parse(bytes, FhirModel.For(FhirRelease.R4), file) : JsonParser.Parse(bytes, file);
    });

    /// <summary>A package of the suite (a path) or of this machine (<c>name#version</c>); null if it is not at hand.</summary>
    public FhirPackage? Package(string name) => packages.GetOrAdd(name, key =>
    {
        var parts = key.Split('#');
        var path = key.EndsWith(".tgz", StringComparison.Ordinal) ? Path.Combine(folder, key) : PackageCache.OfUser().Find(parts[0], parts[^1]);
        return path is null ? null : FhirPackage.Open(path).Package;
    });
}
