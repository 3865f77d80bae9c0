import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const service = createArticleService(testLanguage());

/** Phrases of a sentence, known ones in their canonical form, with their items. */
function formsIn(sentence: string): string {
  const { slogans } = service.parse(`工作会议\n\n　　${sentence}\n`);
  return (
    slogans.map(({ text, canonical, expansion }) => `${canonical ?? text}${expansion ? `=${expansion.join('|')}` : ''}`).join(';') || '-'
  );
}

const sorted = (forms: string): string => forms.split(';').sort().join(';');

suite('forms of set phrases', () => {
  const [cases, failures] = readFileSync(join(__dirname, 'forms.tsv'), 'utf8')
    .split('# known failures')
    .map(part =>
      part
        .split('\n')
        .filter(line => line && !line.startsWith('#'))
        .map(line => line.split('\t') as [string, string]),
    ) as [[string, string][], [string, string][]];

  test('each sentence has its phrases and their items, and nothing else', () => {
    for (const [sentence, forms] of cases) assert.equal(sorted(formsIn(sentence)), sorted(forms), sentence);
  });

  test('known failures still fail', () => {
    for (const [sentence, forms] of failures) assert.notEqual(sorted(formsIn(sentence)), sorted(forms), sentence);
  });
});
