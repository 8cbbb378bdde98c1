using Hl7.Fhir.Introspection;

namespace Hl7.Fhir.Model;

public abstract class Base
{
    public virtual string TypeName => throw new NotSupportedException();
}

public abstract class Resource : Base
{
    public string Id { get; set; }
}

public abstract class DomainResource : Resource
{
}

public class Coding : Base
{
    public string System { get; set; }

    public string Code { get; set; }
}

public class CodeableConcept : Base
{
    public List<Coding> Coding { get; set; }

    public string Text { get; set; }
}

public class OperationOutcome : DomainResource
{
    public enum IssueSeverity
    {
        Fatal,
        Error,
        Warning,
        Information,
    }

    public List<IssueComponent> Issue { get; set; }

    public class IssueComponent : Base
    {
        public IssueSeverity? Severity { get; set; }

        public CodeableConcept Details { get; set; }

        public string Diagnostics { get; set; }

        public IEnumerable<string> Expression { get; set; }
    }
}

public static class ModelInfo
{
    public static ModelInspector ModelInspector => throw new NotSupportedException();
}
