using System.Text.Json;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;

namespace Hl7.Fhir.Introspection
{
    public class ModelInspector
    {
        private ModelInspector()
        {
        }
    }
}

namespace Hl7.Fhir.Utility
{
    public abstract class CodedException : Exception
    {
        public string ErrorCode => throw new NotSupportedException();
    }
}

namespace Hl7.Fhir.Serialization
{
    public enum DeserializerModes
    {
        Recoverable,
    }

    public static class FhirJsonOptions
    {
        public static JsonSerializerOptions ForFhir(this JsonSerializerOptions options, ModelInspector inspector) => throw new NotSupportedException();

        public static JsonSerializerOptions UsingMode(this JsonSerializerOptions options, DeserializerModes mode) => throw new NotSupportedException();
    }

    public class DeserializationFailedException : Exception
    {
        private DeserializationFailedException()
        {
        }

        public Base PartialResult => throw new NotSupportedException();

        public IReadOnlyCollection<CodedException> Exceptions => throw new NotSupportedException();
    }
}
