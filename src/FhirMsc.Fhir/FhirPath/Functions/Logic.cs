using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Boolean logic: three-valued, null standing for empty. The right operand is left alone where the left one decides.</summary>
internal static class Logic
{
    public static Program And(Program left, Program right, int offset) => run =>
    {
        var start = run.Top;
        var l = Operand(run, left, offset, "'and'");
        var result = l == false ? false : Operand(run, right, offset, "'and'") is var r && r == false ? false : l == true && r == true ? true : (bool?)null;
        run.Replace(start, result);
    };

    public static Program Or(Program left, Program right, int offset) => run =>
    {
        var start = run.Top;
        var l = Operand(run, left, offset, "'or'");
        var result = l == true ? true : Operand(run, right, offset, "'or'") is var r && r == true ? true : l == false && r == false ? false : (bool?)null;
        run.Replace(start, result);
    };

    public static Program Xor(Program left, Program right, int offset) => run =>
    {
        var start = run.Top;
        var l = Operand(run, left, offset, "'xor'");
        var r = Operand(run, right, offset, "'xor'");
        run.Replace(start, l ^ r);
    };

    public static Program Implies(Program left, Program right, int offset) => run =>
    {
        var start = run.Top;
        var l = Operand(run, left, offset, "'implies'");
        var result = l == false ? true : Operand(run, right, offset, "'implies'") is var r && l == true ? r : r == true ? true : null;
        run.Replace(start, result);
    };

    public static Transform Not(FunctionCall call) => (run, start) => run.Replace(start, !run.Boolean(start, call.Offset, "not()"));

    private static bool? Operand(Evaluation run, Program operand, int offset, string name)
    {
        var start = run.Top;
        operand(run);
        var value = run.Boolean(start, offset, name);
        run.Drop(start);
        return value;
    }
}
