/** Runs the cases of `test/cases`. */
import * as assert from 'node:assert/strict';
import { readSource } from '../../../server/src/reading/read';
import { casesOf, GROUPS, textOf, type Case } from '../../cases/cases';
import { testLanguage } from '../language/resources';

function check(one: Case): void {
  const text = textOf(one.text);
  const reading = readSource(text, testLanguage(), { accept: 'likely' });
  assert.equal(reading.text, textOf(one.meant ?? one.text));
  const codes = reading.findings.map(finding => finding.code);
  for (const code of one.codes ?? []) assert.ok(codes.includes(code as (typeof codes)[number]), `${code} is not among ${codes.join(' ')}`);
  const offered = reading.findings.flatMap(finding => finding.candidates.map(candidate => candidate.newText));
  for (const candidate of one.candidates ?? []) assert.ok(offered.includes(candidate), `${candidate} is not among ${offered.join(' ')}`);
  if (one.meant === undefined && one.codes === undefined)
    assert.deepEqual(
      reading.findings.filter(finding => finding.severity !== 'hint').map(finding => finding.code),
      [],
    );
  // A repair leaves nothing to repair.
  assert.equal(readSource(reading.text, testLanguage(), { accept: 'likely' }).text, reading.text);
}

for (const group of GROUPS) {
  suite(`cases: ${group}`, () => {
    for (const { file, case: one } of casesOf(group)) {
      test(`${file}: ${one.name}`, () => {
        if (group !== 'known-failures') check(one);
        else assert.throws(() => check(one), 'this case passes now: move it to another group');
      });
    }
  });
}
