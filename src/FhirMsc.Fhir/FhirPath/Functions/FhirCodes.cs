using System.Text;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIR, Using FHIRPath: <c>memberOf</c>, <c>subsumes</c>, <c>subsumedBy</c>. Three answers: what can't be told is empty and is noted.</summary>
internal static class FhirCodes
{
    private static readonly int Coding = NameTable.Fhir.Find("coding");
    private static readonly int System = NameTable.Fhir.Find("system");
    private static readonly int Code = NameTable.Fhir.Find("code");
    private static readonly int Version = NameTable.Fhir.Find("version");

    /// <summary>The code systems that most codings are of, so that their addresses need not be decoded each time.</summary>
    private static readonly (byte[] Utf8, string Text)[] CommonSystems = [.. ((string[])
    [
        "http://snomed.info/sct",
        "http://loinc.org",
        "http://www.nlm.nih.gov/research/umls/rxnorm",
        "http://hl7.org/fhir/sid/icd-10-cm",
        "http://hl7.org/fhir/sid/icd-10",
        "http://hl7.org/fhir/sid/ndc",
        "http://hl7.org/fhir/sid/cvx",
        "http://www.ama-assn.org/go/cpt",
        "http://www.whocc.no/atc",
    ]).Select(system => (Encoding.UTF8.GetBytes(system), system))];

    public static Transform MemberOf(FunctionCall call)
    {
        if (call.Written(0) is LiteralExpression { Value: { Kind: ItemKind.String } literal })
        {
            return MemberOf(call, new NamedValueSet(literal.StringValue));
        }

        var valueSet = call.Argument(0);
        return (run, start) =>
        {
            var known = run.TrySingle(start, call.Offset, "memberOf()", out var item);
            run.Drop(start);
            valueSet(run);
            known &= run.TryString(start, call.Offset, "memberOf()", out var url);
            run.Drop(start);
            if (known)
            {
                PushMembership(run, item, call, new NamedValueSet(url));
            }
        };
    }

    /// <summary>The value set is named in the expression, as it nearly always is.</summary>
    private static Transform MemberOf(FunctionCall call, NamedValueSet valueSet) => (run, start) =>
    {
        var known = run.TrySingle(start, call.Offset, "memberOf()", out var item);
        run.Drop(start);
        if (known)
        {
            PushMembership(run, item, call, valueSet);
        }
    };

    private static void PushMembership(Evaluation run, in Item item, FunctionCall call, NamedValueSet valueSet)
    {
        var answer = IsAnyMember(run, item, call, valueSet);
        if (answer == Answer.CannotTell)
        {
            run.NoteUntold($"memberOf({valueSet.Canonical})");
        }
        else
        {
            run.Push(Item.Of(answer == Answer.Yes));
        }
    }

    public static Transform Subsumption(FunctionCall call, bool inputIsGeneral)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            var known = run.TrySingle(start, call.Offset, $"{call.Name}()", out var left);
            run.Drop(start);
            other(run);
            known &= run.TrySingle(start, call.Offset, $"{call.Name}()", out var right);
            run.Drop(start);
            if (!known)
            {
                return;
            }

            var generals = Codes(run, inputIsGeneral ? left : right, call);
            var specifics = Codes(run, inputIsGeneral ? right : left, call);
            var answer = Any(generals, general => Any(specifics, specific => Subsumes(run, general, specific)));
            Push(run, answer, $"{call.Name}()");
        };
    }

    /// <summary>The same rule as <see cref="Any"/>, without a list: this is what most expressions of plans do most of the time.</summary>
    private static Answer IsAnyMember(Evaluation run, in Item item, FunctionCall call, NamedValueSet valueSet)
    {
        var terminology = run.Context.Terminology;
        var answer = Answer.No;
        if (!item.IsNode || item.Node.HasValue)
        {
            return OneByOne(run, item, call, valueSet);
        }

        var known = terminology is null ? null : valueSet.Known(terminology);
        if (IsMember(item.Tree, item.Index, terminology, valueSet, known, ref answer))
        {
            return Answer.Yes;
        }

        var nodes = item.Tree.Nodes;
        for (var i = nodes[item.Index].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (nodes[i].Name == Coding && IsMember(item.Tree, i, terminology, valueSet, known, ref answer))
            {
                return Answer.Yes;
            }
        }

        return answer;
    }

    /// <summary>Of its own, so that what it closes over is made only where it is needed.</summary>
    private static Answer OneByOne(Evaluation run, in Item item, FunctionCall call, NamedValueSet valueSet)
    {
        var terminology = run.Context.Terminology;
        return Any(Codes(run, item, call), code => terminology is null ? Answer.CannotTell : valueSet.Has(terminology, code));
    }

    /// <summary>Whether a coding is surely a member; where that cannot be told, it goes into the answer so far.</summary>
    private static bool IsMember(NodeTree tree, int coding, ITerminologyPort? terminology, NamedValueSet valueSet, KnownCodes? known, ref Answer answer)
    {
        var (system, code, version) = PartsOf(tree, coding);
        if (code == 0)
        {
            return false;
        }

        Answer here;
        if (known is null || system == 0 || version != 0 || !IsPlain(tree, system) || !IsPlain(tree, code))
        {
            if (CodeOf(tree, system, code, version) is not { } value)
            {
                return false;
            }

            here = terminology is null ? Answer.CannotTell : valueSet.Has(terminology, value);
        }
        else if (!known.TryGet(new Node(tree, system).RawValue, new Node(tree, code).RawValue, out here))
        {
            here = valueSet.Has(terminology!, CodeOf(tree, system, code, version)!.Value);
            known.Add(new Node(tree, system).RawValue, new Node(tree, code).RawValue, here);
        }

        answer = here == Answer.CannotTell ? here : answer;
        return here == Answer.Yes;
    }

    private static bool IsPlain(NodeTree tree, int index) => tree.Nodes[index].Kind == NodeKind.String && (tree.Nodes[index].Flags & NodeFlags.Escaped) == 0;

    private static Answer Subsumes(Evaluation run, CodedValue general, CodedValue specific)
    {
        if (general.Code == specific.Code && general.System == specific.System)
        {
            return Answer.Yes;
        }

        return general.System != specific.System ? Answer.No : run.Context.Terminology?.Subsumes(general, specific) ?? Answer.CannotTell;
    }

    /// <summary>Yes if one is, no if none is, and cannot tell if none is but of some it is not known.</summary>
    private static Answer Any(List<CodedValue> codes, Func<CodedValue, Answer> ask)
    {
        var answer = Answer.No;
        foreach (var code in codes)
        {
            switch (ask(code))
            {
                case Answer.Yes:
                    return Answer.Yes;
                case Answer.CannotTell:
                    answer = Answer.CannotTell;
                    break;
                default:
                    break;
            }
        }

        return answer;
    }

    private static void Push(Evaluation run, Answer answer, string question)
    {
        if (answer == Answer.CannotTell)
        {
            run.NoteUntold(question);
        }
        else
        {
            run.Push(Item.Of(answer == Answer.Yes));
        }
    }

    /// <summary>The codes of a code, Coding, CodeableConcept, or CodeableReference's concept.</summary>
    private static List<CodedValue> Codes(Evaluation run, in Item item, FunctionCall call)
    {
        if (item.AsString() is { } text)
        {
            return [new CodedValue(null, text)];
        }

        if (!item.IsNode || item.Node.HasValue)
        {
            throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, $"{call.Name}()", run.Describe(item));
        }

        var codes = new List<CodedValue>();
        Add(codes, item.Node);
        foreach (var child in item.Node.Children)
        {
            if (child.NameNumber == Coding)
            {
                Add(codes, child);
            }
        }

        return codes;
    }

    private static void Add(List<CodedValue> codes, Node coding)
    {
        if (CodeOf(coding) is { } code)
        {
            codes.Add(code);
        }
    }

    private static CodedValue? CodeOf(Node coding)
    {
        var (system, code, version) = PartsOf(coding.Tree, coding.Index);
        return CodeOf(coding.Tree, system, code, version);
    }

    private static CodedValue? CodeOf(NodeTree tree, int system, int code, int version) => code != 0 && new Node(tree, code).Text is { } text
        ? new CodedValue(system == 0 ? string.Empty : SystemOf(new Node(tree, system)) ?? string.Empty, text, version == 0 ? null : new Node(tree, version).Text)
        : null;

    /// <summary>The parts of a coding, found in one walk, 0 for those that it does not have; of several of one name the first counts.</summary>
    private static (int System, int Code, int Version) PartsOf(NodeTree tree, int coding)
    {
        var nodes = tree.Nodes;
        int code = 0, system = 0, version = 0;
        for (var i = nodes[coding].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            var name = nodes[i].Name;
            code = name == Code && code == 0 ? i : code;
            system = name == System && system == 0 ? i : system;
            version = name == Version && version == 0 ? i : version;
        }

        return (system, code, version);
    }

    private static string? SystemOf(Node system)
    {
        if (system is { Kind: NodeKind.String, IsEscaped: false })
        {
            var raw = system.RawValue;
            foreach (var (utf8, text) in CommonSystems)
            {
                if (raw.SequenceEqual(utf8))
                {
                    return text;
                }
            }
        }

        return system.Text;
    }
}
