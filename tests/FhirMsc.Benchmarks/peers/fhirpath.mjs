// Evaluates expressions with fhirpath.js when asked to: a line "MILLISECONDS EXPRESSION" in, a line "PER_SECOND ITEMS" out.
// node fhirpath.mjs FOLDER_WITH_NODE_MODULES RESOURCE.json
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import path from 'node:path';

const require = createRequire(path.join(process.argv[2], 'package.json'));
const fhirpath = require('fhirpath');
const model = require('fhirpath/fhir-context/r4');
const resource = JSON.parse(readFileSync(process.argv[3], 'utf8'));

for await (const line of createInterface({ input: process.stdin })) {
  const cut = line.indexOf(' ');
  const turn = Number(line.slice(0, cut));
  const evaluate = fhirpath.compile(line.slice(cut + 1), model);
  const items = evaluate(resource).length;
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < turn) {
    for (let i = 0; i < 20; i++) evaluate(resource);
    count += 20;
  }
  console.log(`${(count * 1000 / (performance.now() - start)).toFixed(1)} ${items}`);
}
