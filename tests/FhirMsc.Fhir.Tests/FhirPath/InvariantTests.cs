using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Fhir.Tests.FhirPath;

/// <summary>The invariants of FHIR's own definitions: tens of thousands of expressions that nobody here has written.</summary>
public class InvariantTests
{
    public static TheoryData<string> Releases => new(FhirRelease.All.Select(release => release.Name));

    /// <summary>eld-11 of R5 has a string in double quotes, which FHIRPath does not know.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public void All_invariants_compile(string release)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var (_, constraint) in Invariants(model))
        {
            count++;
            var compilation = FhirPathExpression.Compile(constraint.Expression!, new FhirPathOptions { Model = model });
            if (compilation.Expression is { } expression)
            {
                Assert.Equal(expression.ToString(), FhirPathExpression.Compile(expression.ToString(), new FhirPathOptions { Model = model }).Expression!.ToString());
            }
            else
            {
                refused.Add(constraint.Key);
            }
        }

        Assert.InRange(count, 1_000, int.MaxValue);
        Assert.Equal(release == "R5" ? ["eld-11"] : [], refused);
    }

    /// <summary>Those that are found are mistakes in the definitions: elements that the resource does not have, length() of an element.</summary>
    [Theory]
    [InlineData("R4", "cid-0")]
    [InlineData("R4B", "cid-0 cnl-0 sdf-24 sdf-25")]
    [InlineData("R5", "eld-11")]
    public void Strict_mode_finds_the_wrong_ones_and_no_others(string release, string expected)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (type, constraint) in Invariants(model))
        {
            if (type is not null && !FhirPathExpression.Compile(constraint.Expression!, new FhirPathOptions { Model = model, Strict = true, ContextType = type }).IsOk)
            {
                refused.Add(constraint.Key);
            }
        }

        Assert.Equal(expected.Split(' '), refused);
    }

    /// <summary>Each invariant once for each type that has it; the type is null where the definitions are no type of resources or data.</summary>
    private static IEnumerable<(string? Type, ElementConstraint Constraint)> Invariants(FhirModel model)
    {
        var seen = new HashSet<(string?, string)>();
        foreach (var summary in model.Structures)
        {
            var structure = model.FindStructure(summary.Url)!;
            var isType = structure.Derivation != StructureDerivation.Constraint && structure.Kind is StructureKind.Resource or StructureKind.Complex;
            foreach (var element in structure.Snapshot ?? [])
            {
                var type = !isType ? null : model.FindType(element.Path)?.Name ?? (element.Types is [var only] ? only.TypeName : null);
                type = type is "Base" ? null : type;
                foreach (var constraint in element.Constraints)
                {
                    if (constraint.Expression is not null && seen.Add((type, constraint.Expression)))
                    {
                        yield return (type, constraint);
                    }
                }
            }
        }
    }
}
