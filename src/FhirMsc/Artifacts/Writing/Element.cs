using System.Collections;
using FhirMsc.Content;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Writing;

/// <summary>
/// A FHIR element while it is being built: names and values in the order they were added. Made to be written with nested collection initialisers, so
/// that code reads like the resource it makes. What has no value (<see langword="null"/>, blank text, an element or array without content) is never
/// added, because FHIR knows no empty elements.
/// </summary>
/// <param name="origin">Where the values in it come from; <see langword="null"/> for "where the element around it comes from".</param>
internal sealed class Element(Origin? origin = null) : IEnumerable
{
    private readonly List<Member> members = [];

    /// <summary>Where the values in it come from.</summary>
    public Origin? Origin { get; } = origin;

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => members.Count == 0;

    /// <summary>What was added, in order.</summary>
    public IReadOnlyList<Member> Members => members;

    /// <summary>Adds a string-like value.</summary>
    public void Add(string name, string? value, Origin? from = null)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            members.Add(new Member(name, IsArray: false, [value], from));
        }
    }

    /// <summary>Adds a boolean.</summary>
    public void Add(string name, bool? value)
    {
        if (value is { } known)
        {
            members.Add(new Member(name, IsArray: false, [known], null));
        }
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(string name, int? value)
    {
        if (value is { } known)
        {
            members.Add(new Member(name, IsArray: false, [new PrintedDecimal(known.ToString(System.Globalization.CultureInfo.InvariantCulture))], null));
        }
    }

    /// <summary>Adds a decimal with the digits as printed.</summary>
    public void Add(string name, PrintedDecimal? value)
    {
        if (value is { } known)
        {
            members.Add(new Member(name, IsArray: false, [known], null));
        }
    }

    /// <summary>Adds a date with the precision it has.</summary>
    public void Add(string name, PartialDate? value) => Add(name, value?.Text);

    /// <summary>Adds a child that may stand once.</summary>
    public void Add(string name, Element? child)
    {
        if (child is { IsEmpty: false })
        {
            members.Add(new Member(name, IsArray: false, [child], null));
        }
    }

    /// <summary>Adds children that may repeat; joins them to those already there under the name.</summary>
    public void Add(string name, IEnumerable<Element?> children) =>
        Join(name, [.. children.Where(child => child is { IsEmpty: false }).Cast<object>()]);

    /// <summary>Adds string-like values that may repeat.</summary>
    public void Add(string name, IEnumerable<string?> values) =>
        Join(name, [.. values.Where(value => !string.IsNullOrWhiteSpace(value)).Cast<object>()]);

    /// <summary>Whether something was added under a name.</summary>
    public bool Has(string name) => members.Exists(member => member.Name == name);

    /// <summary>Adds members of another element; joins arrays to those already there under the name.</summary>
    public void Take(IEnumerable<Member> others)
    {
        foreach (var member in others)
        {
            if (member.IsArray)
            {
                Join(member.Name, [.. member.Values]);
            }
            else
            {
                members.Add(member);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator GetEnumerator() => members.GetEnumerator();

    private void Join(string name, object[] values)
    {
        if (values.Length == 0)
        {
            return;
        }

        var at = members.FindIndex(member => member.Name == name);
        if (at < 0)
        {
            members.Add(new Member(name, IsArray: true, values, null));
        }
        else
        {
            members[at] = members[at] with { Values = [.. members[at].Values, .. values] };
        }
    }
}
