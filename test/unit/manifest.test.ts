/**
 * What the extension declares of itself holds together: commands that menus, keys and the walkthrough name exist, files it shows are there.
 */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

interface Step {
  readonly description: string;
  readonly media: { readonly image: string };
  readonly completionEvents: readonly string[];
}

interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly keybindings: readonly { readonly command: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
}

suite('manifest', () => {
  const { contributes } = JSON.parse(read('package.json')) as { contributes: Contributions };
  const views = Object.values(contributes.views).flatMap(group => group.map(({ id }) => id));
  const commands = new Set([...contributes.commands.map(({ command }) => command), ...views.map(view => `${view}.focus`)]);
  const steps = contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);
  const unknown = (names: readonly (string | undefined)[]) => names.filter(name => name?.startsWith('wenzhen.') && !commands.has(name));

  test('menus and keys name commands that exist', () => {
    const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    assert.ok(named.length > 10);
    assert.deepEqual(unknown(named), []);
  });

  test('the walkthrough names commands and views that exist, in both languages', () => {
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const names = JSON.parse(read(file)) as Record<string, string>;
      const links = steps.flatMap(({ description }) =>
        [...names[description.slice(1, -1)]!.matchAll(/\]\(command:([^)]+)\)/g)].map(found => found[1]!),
      );
      assert.ok(links.length >= steps.length);
      assert.deepEqual(unknown(links), []);
    }
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    assert.deepEqual(unknown(events.filter(event => event.startsWith('onCommand:')).map(event => event.slice('onCommand:'.length))), []);
    assert.deepEqual(
      events.filter(event => event.startsWith('onView:') && !views.includes(event.slice('onView:'.length))),
      [],
    );
  });

  test('the pictures of the walkthrough are there', () => {
    for (const { media } of steps) assert.ok(fs.existsSync(path.join(root, media.image)), media.image);
  });
});
