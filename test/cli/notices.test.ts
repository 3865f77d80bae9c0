/** What is built carries the licences of the libraries in it. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CLI } from './program';

test('every library that the programs need is named with its licence', () => {
  const { dependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const notices = fs.readFileSync(path.join(path.dirname(CLI), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const entries = notices.split(/\n-{80}\n\n/);
  for (const name of Object.keys(dependencies)) {
    const entry = entries.find(text => text.startsWith(`${name} `));
    assert.match(entry ?? '', /^\S+ \d+\.\d+\.\d+ \(.+\)\n/, name);
  }
  const terse = entries.filter(text => text.length < 200).map(text => text.split(' ')[0]);
  assert.ok(terse.length <= 2, `without the text of their licence: ${terse.join(', ')}`);
});
