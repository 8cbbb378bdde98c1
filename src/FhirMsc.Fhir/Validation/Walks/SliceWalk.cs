using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;
using FhirMsc.Fhir.Validation.Slicing;

namespace FhirMsc.Fhir.Validation.Walks;

/// <summary>Sorts the items of an element into slices and checks each slice (https://hl7.org/fhir/R4/profiling.html#slicing).</summary>
internal static class SliceWalk
{
    /// <param name="parent">The node that has the items.</param>
    /// <param name="type">Its type.</param>
    /// <param name="schema">The sliced element, or the slice that is sliced again.</param>
    /// <param name="slicing">The slices.</param>
    /// <param name="start">Where the items lie in the run's scratch list.</param>
    /// <param name="count">How many.</param>
    /// <param name="run">The validation.</param>
    public static void Check(Node parent, TypeSchema type, ElementSchema schema, SlicingSchema slicing, int start, int count, ValidationRun run)
    {
        var slices = slicing.Slices;
        Span<int> homes = count <= 64 ? stackalloc int[count] : new int[count];
        var (behind, outside) = (-1, -1);
        for (var i = 0; i < count; i++)
        {
            var item = run.Scratch[start + i];
            homes[i] = Home(item, i, schema, slicing, run);
            if (homes[i] < 0)
            {
                outside = outside < 0 ? i : outside;
                Outside(item, i, type, schema, slicing, run);
                continue;
            }

            if (slicing.IsOrdered && homes[i] < behind)
            {
                run.Sink.Report(ProfileIssues.SliceOrder, Severity.Error, item, slicing.Profile, slices[homes[i]].Schema.Id, null, slices[homes[i]].Name, slices[behind].Name);
            }

            if (slicing.Rules == SlicingRules.OpenAtEnd && outside >= 0)
            {
                run.Sink.Report(ProfileIssues.SliceNotAtEnd, Severity.Error, run.Scratch[start + outside], slicing.Profile, schema.Id, null, schema.Label);
                outside = -1;
            }

            behind = Math.Max(behind, homes[i]);
        }

        for (var s = 0; s < slices.Length; s++)
        {
            var first = run.Scratch.Count;
            for (var i = 0; i < count; i++)
            {
                if (homes[i] == s)
                {
                    run.Scratch.Add(run.Scratch[start + i]);
                }
            }

            Slice(parent, type, schema, slices[s], slicing, start, homes, first, run);
            run.Scratch.RemoveRange(first, run.Scratch.Count - first);
        }
    }

    private static void Slice(Node parent, TypeSchema type, ElementSchema schema, SliceSchema slice, SlicingSchema slicing, int start, ReadOnlySpan<int> homes, int first, ValidationRun run)
    {
        var count = run.Scratch.Count - first;
        if (slice.Untold is not null)
        {
            if (slice.Schema.Min > 0 || homes.Length > 0)
            {
                run.Sink.Report(ProfileIssues.SliceUntold, ProfileIssues.SliceUntold.Severity, parent, slicing.Profile, slice.Schema.Id, null, schema.Label, slice.Name, slice.Untold);
            }

            return;
        }

        if (count < slice.Schema.Min)
        {
            run.Sink.Report(ProfileIssues.SliceMissing, Severity.Error, parent, slicing.Profile, slice.Schema.Id, null, slice.Name, schema.Label, slice.Schema.Min, count, Closest(slice, start, homes, run));
        }
        else if (count > slice.Schema.Max)
        {
            run.Sink.Report(ProfileIssues.SliceTooMany, Severity.Error, parent, slicing.Profile, slice.Schema.Id, null, slice.Name, schema.Label, slice.Schema.Max, count);
        }

        for (var i = first; i < first + count; i++)
        {
            if (ProfileWalk.ItemType(run.Scratch[i], type, run) is { } itemType)
            {
                ProfileWalk.Element(run.Scratch[i], itemType, slice.Schema, run);
            }
        }

        if (slice.Schema.Slicing is { } again)
        {
            Check(parent, type, slice.Schema, again, first, count, run);
        }
    }

    /// <summary>The slice that an item belongs to; -1 for none.</summary>
    private static int Home(Node item, int index, ElementSchema schema, SlicingSchema slicing, ValidationRun run)
    {
        var home = -1;
        for (var s = 0; s < slicing.Slices.Length; s++)
        {
            if (slicing.Slices[s] is not { Untold: null } slice || !Array.TrueForAll(slice.Tests, test => test.Matches(item, index, run)))
            {
                continue;
            }

            if (home >= 0)
            {
                run.Sink.Report(ProfileIssues.SliceAmbiguous, Severity.Error, item, slicing.Profile, schema.Id, null, schema.Label, $"{slicing.Slices[home].Name}, {slice.Name}");
                break;
            }

            home = s;
        }

        return home;
    }

    private static void Outside(Node item, int index, TypeSchema type, ElementSchema schema, SlicingSchema slicing, ValidationRun run)
    {
        if (slicing.Default is { } rest && ProfileWalk.ItemType(item, type, run) is { } itemType)
        {
            ProfileWalk.Element(item, itemType, rest.Schema, run);
        }
        else if (slicing.Rules == SlicingRules.Closed && Array.TrueForAll(slicing.Slices, slice => slice.Untold is null))
        {
            run.Sink.Report(ProfileIssues.SliceClosed, Severity.Error, item, slicing.Profile, schema.Id, null, schema.Label, ClosestSlice(item, index, slicing, run));
        }
    }

    /// <summary>The item that belongs to no slice and passes the most tests of this one, and the test that it does not pass.</summary>
    private static string Closest(SliceSchema slice, int start, ReadOnlySpan<int> homes, ValidationRun run)
    {
        var (best, most, words) = (-1, -1, string.Empty);
        for (var i = 0; i < homes.Length; i++)
        {
            var item = run.Scratch[start + i];
            var passed = homes[i] >= 0 ? -1 : slice.Tests.Count(test => test.Matches(item, 0, run));
            if (passed > most)
            {
                (best, most) = (i, passed);
                words = $" Closest is {item.Name}[{NodePath.IndexOf(item)}], but {Array.Find(slice.Tests, test => !test.Matches(item, 0, run))}.";
            }
        }

        return best < 0 ? string.Empty : words;
    }

    /// <summary>The slice whose tests an item passes the most of, and the test that it does not pass.</summary>
    private static string ClosestSlice(Node item, int index, SlicingSchema slicing, ValidationRun run)
    {
        var best = slicing.Slices.MaxBy(slice => slice.Tests.Count(test => test.Matches(item, index, run)));
        return best is null ? string.Empty : $" Closest is the slice '{best.Name}', but {Array.Find(best.Tests, test => !test.Matches(item, index, run))}.";
    }
}
