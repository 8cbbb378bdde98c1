using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Source;

namespace Hl7.Fhir.Specification.Source
{
    public interface ISyncOrAsyncResourceResolver
    {
    }

    public interface IResourceResolver : ISyncOrAsyncResourceResolver
    {
        Resource ResolveByUri(string uri);

        Resource ResolveByCanonicalUri(string uri);
    }

    public interface IAsyncResourceResolver : ISyncOrAsyncResourceResolver
    {
        Task<Resource> ResolveByUriAsync(string uri);

        Task<Resource> ResolveByCanonicalUriAsync(string uri);
    }

    public abstract class Resolver : IAsyncResourceResolver
    {
        private protected Resolver()
        {
        }

        public Task<Resource> ResolveByUriAsync(string uri) => throw new NotSupportedException();

        public Task<Resource> ResolveByCanonicalUriAsync(string uri) => throw new NotSupportedException();
    }

    public class ZipSource : Resolver
    {
        private ZipSource()
        {
        }

        public static ZipSource CreateValidationSource() => throw new NotSupportedException();

        public static ZipSource CreateValidationSource(string path) => throw new NotSupportedException();
    }

    public class InMemoryResourceResolver : Resolver
    {
        public InMemoryResourceResolver(IEnumerable<Resource> resources) => throw new NotSupportedException();

        public InMemoryResourceResolver(params Resource[] resources) => throw new NotSupportedException();
    }

    public class MultiResolver : Resolver
    {
        public MultiResolver(IEnumerable<ISyncOrAsyncResourceResolver> sources) => throw new NotSupportedException();

        public MultiResolver(params ISyncOrAsyncResourceResolver[] sources) => throw new NotSupportedException();
    }

    public class SnapshotSource : Resolver
    {
        public SnapshotSource(ISyncOrAsyncResourceResolver source) => throw new NotSupportedException();
    }

    public class CachedResolver : Resolver
    {
        public CachedResolver(ISyncOrAsyncResourceResolver source, int cacheDuration = 0) => throw new NotSupportedException();
    }
}

namespace Hl7.Fhir.Specification.Terminology
{
    public interface ICodeValidationTerminologyService
    {
    }

    public class MultiTerminologyService : ICodeValidationTerminologyService
    {
        private MultiTerminologyService()
        {
        }
    }

    public class LocalTerminologyService : ICodeValidationTerminologyService
    {
        private LocalTerminologyService()
        {
        }

        public static MultiTerminologyService CreateDefaultForCore(IAsyncResourceResolver coreResourceResolver) => throw new NotSupportedException();
    }
}
