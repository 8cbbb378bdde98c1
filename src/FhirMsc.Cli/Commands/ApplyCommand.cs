using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Decisions.Results;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc apply</c>: PlanDefinition <c>$apply</c> for one patient whose data lies in files.</summary>
internal static class ApplyCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var files = new Option<string[]>("--patient") { Description = "Files with the patient's resources, or Bundles of them: the whole record, so that what is not in it does not exist. Draft orders are those that are being made.", HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true };
        var planName = new Option<string?>("--plan") { Description = "Id or canonical URL of the PlanDefinition. Default: every plan that answers a hook.", HelpName = "ID" };
        var hook = new Option<string?>("--hook") { Description = "Only what this event triggers, e.g. order-sign.", HelpName = "NAME" };
        var explain = new Option<bool>("--explain") { Description = "Tell why, in place of the resulting Bundle: every expression with what came of it, references to the resources that decided, and the place in the guideline." };
        var json = new Option<bool>("--json") { Description = "With --explain: as JSON." };
        var drafts = new Option<bool>("--drafts") { Description = "Apply plans that are not active, too." };
        var release = ReleaseOption.One("Release of the plans and of the patient's data. Default: r4.");
        var command = new Command("apply", "Applies plans to a patient ($apply) and prints the resulting Bundle, or the reasons.") { content.Resources, content.Content, release, files, planName, hook, explain, json, drafts };
        command.SetAction(parsed =>
        {
            var (edition, _, exit) = content.Build(parsed, FhirRelease.Find(parsed.GetValue(release)!)!);
            if (edition?.Catalog is not { } catalog)
            {
                return exit;
            }

            var library = PlanLibrary.Compile(catalog, TimeProvider.System, new PlanOptions { IncludeInactive = parsed.GetValue(drafts) });
            var plans = Plans(library, parsed.GetValue(planName), parsed.GetValue(hook));
            if (plans.Count == 0)
            {
                error.WriteLine($"There is no such plan. Known: {string.Join(", ", library.All.Select(plan => plan.Id))}.");
                return ExitCode.Usage;
            }

            if (Record(parsed.GetValue(files) ?? [], error) is not { } record)
            {
                return ExitCode.Usage;
            }

            foreach (var plan in plans)
            {
                var applied = plan.Apply(record.DataFor(plan, parsed.GetValue(hook)), parsed.GetValue(explain));
                Print(applied, record, parsed.GetValue(explain), parsed.GetValue(json), output);
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static IReadOnlyList<Plan> Plans(PlanLibrary library, string? name, string? hook)
    {
        if (name is not null)
        {
            return library.Find(name) is { } plan ? [plan] : [];
        }

        return [.. library.Services.Where(plan => hook is null || plan.Hook == hook)];
    }

    private static PatientRecord? Record(string[] files, TextWriter error)
    {
        var roots = new List<Node>();
        var isUsable = true;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                error.WriteLine($"There is no file '{file}'.");
                isUsable = false;
                continue;
            }

            var read = JsonParser.Parse(File.ReadAllBytes(file), file);
            foreach (var issue in read.Issues.Where(issue => issue.IsError))
            {
                error.WriteLine(issue);
            }

            if (read.Tree is { } tree && tree.Root.ResourceType is not null)
            {
                roots.Add(tree.Root);
            }
            else
            {
                error.WriteLine($"'{file}' is not a resource in JSON.");
                isUsable = false;
            }
        }

        var record = new PatientRecord(roots);
        if (record.Patients.Count > 1)
        {
            error.WriteLine("The files hold several Patients, so it can't be told whom to decide for.");
            return null;
        }

        return isUsable ? record : null;
    }

    private static void Print(AppliedPlan applied, PatientRecord record, bool explain, bool asJson, TextWriter output)
    {
        if (explain && !asJson)
        {
            TraceWriter.WriteText(applied, output);
            output.WriteLine();
            return;
        }

        var buffer = new ArrayBufferWriter<byte>(8192);
        if (explain)
        {
            using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            TraceWriter.WriteJson(applied, json);
        }
        else
        {
            RequestBundle.Write(applied, record.PatientId is null ? null : $"Patient/{record.PatientId}", buffer, indented: true);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
