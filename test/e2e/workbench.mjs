/**
 * What a user sees, in a real editor into which the packaged extension was installed and which runs no tests: colours, breadcrumbs, sticky
 * scroll, code lenses, keys, the status item, the views, and the dialogs that an editor under test refuses. `VSIX=FILE` tells which
 * package; the universal one unless told. Prints `N passed, N failed`.
 */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { chromium } from 'playwright-core';
import { ensureServer, findChromium, root } from '../../scripts/editor/install.mjs';
import { addressOf, CHROMIUM_ARGS, remote, serve } from '../../scripts/editor/serve.mjs';
import { command, placeOf, until } from './onScreen.mjs';

/** Written for these tests. */
const PARAGRAPH = '要加强巡查，要备足物资，要压实责任，发现险情及时处置，确保群众安全。';
const ARTICLE = `全市防汛工作会议召开\n2021-06-03\n\n6月3日，市长王海川主持会议并讲话。\n王海川强调，${PARAGRAPH}\n${Array.from({ length: 40 }, (_, i) => `王海川指出，第${i + 1}期工程要按时完工，要严格验收。`).join('\n')}\n`;
const OTHER = '市长王海川调研防汛工作\n2021-06-08\n\n6月8日，市长王海川到城关区调研防汛工作。王海川要求，要落实“四方责任”。\n';

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-workbench-'));
const folder = path.join(temporary, 'articles');
fs.mkdirSync(folder);
fs.writeFileSync(path.join(folder, 'a.article'), ARTICLE);
fs.writeFileSync(path.join(folder, 'b.article'), OTHER);
const good = iconv.encode(ARTICLE, 'gb18030');
const guarded = path.join(folder, 'gb18030.txt');
fs.writeFileSync(guarded, good);

ensureServer();
const { port, stop } = await serve({
  data: temporary,
  vsix: process.env.VSIX ?? path.join(root, `wenzhen-${version}.vsix`),
  settings: { 'editor.wordWrap': 'on', 'window.commandCenter': false },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
const context = await browser.newContext({ viewport: { width: 1300, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
let passed = 0;
let failed = 0;
let page;

async function test(name, check) {
  const start = Date.now();
  try {
    await check();
    passed++;
    console.log(`  ok   ${name} (${Date.now() - start} ms)`);
  } catch (error) {
    failed++;
    console.log(`  FAIL ${name}\n${error.stack}`);
    await page?.screenshot({ path: path.join(os.tmpdir(), `wenzhen-workbench-${failed}.png`) }).catch(() => {});
  }
}

async function open(name) {
  page = await context.newPage();
  await page.goto(addressOf(port, folder, [['openFile', remote(port, path.join(folder, name))]]));
  await page.waitForSelector('.editor-instance .view-line', { timeout: 60_000 });
}

const texts = selector => page.locator(selector).allInnerTexts();
const click = async (words, into) => {
  const { x, y } = await until(`“${words}” on screen`, () => placeOf(page, words, into));
  await page.mouse.click(x, y);
};
const position = async () => (await texts('#status\\.editor\\.selection')).join();

try {
  await open('a.article');
  await test('colours from the server: the speaker looks unlike other words', async () => {
    await until(
      'two colours',
      async () => {
        const speaker = await placeOf(page, '王海川强调', 1);
        const word = await placeOf(page, '加强巡查', 1);
        return speaker && word && speaker.colour !== word.colour;
      },
      60_000,
    );
  });
  await test('breadcrumbs lead from the title over the speaker to the directive', async () => {
    await click('加强巡查', 2);
    await until('the breadcrumbs', async () => {
      const crumbs = (await texts('.monaco-breadcrumb-item')).join(' > ');
      return /会议召开.*王海川.*加强巡查/s.test(crumbs);
    });
  });
  await test('the outline shows who told what', async () => {
    await page.getByText('Outline', { exact: true }).first().click();
    await until('rows', async () => {
      const rows = (await texts('.outline-tree .monaco-list-row')).join('\n');
      return rows.includes('王海川') && rows.includes('强调');
    });
  });
  await test('a code lens tells in how many articles an official is mentioned, and leads there', async () => {
    // Lenses can be clicked once the editor has asked for them again, which it does when something happens.
    await until('the lens', async () => {
      await click('6月3日');
      await page.waitForTimeout(500);
      return (await page.locator('.codelens-decoration a').allTextContents()).some(text => /3\sarticles/.test(text));
    });
    await page.locator('.codelens-decoration a').first().click();
    await until('the list of places', async () => /\(87\)/.test((await texts('.peekview-widget .head')).join()));
    await page.keyboard.press('Escape');
  });
  await test('keys go to the next and the previous directive', async () => {
    await click('全市防汛', 0);
    const stops = [
      await until('the caret there', async () => {
        const now = await position();
        return now.startsWith('Ln 1,') && now;
      }),
    ];
    for (const key of ['Alt+PageDown', 'Alt+PageDown', 'Alt+PageUp']) {
      await page.keyboard.press(key);
      stops.push(
        await until(`a move by ${key}`, async () => {
          const now = await position();
          return now !== stops.at(-1) && now;
        }),
      );
    }
    assert.match(stops[1], /^Ln 5/);
    assert.equal(stops[3], stops[1]);
  });
  await test('sticky scroll keeps the speaker in sight', async () => {
    await page.keyboard.press('Control+End');
    await until('sticky lines', async () => /\p{Script=Han}/u.test((await texts('.sticky-widget .sticky-line-content')).join()));
  });
  await test('the status item has the encoding, how sure it is, and the time of the check', async () => {
    await page.locator('#status\\.languageStatus').hover();
    await until('the status', async () => /UTF-8, 100% sure[\s\S]*checked in [\d.]+ ms/.test((await texts('.monaco-hover')).join('\n')));
    await page.mouse.move(600, 300);
  });
  await test('the views list officials and slogans; searched, copied, exported', async () => {
    await command(page, 'Focus on Officials View');
    const rows = page.locator('.pane-body .monaco-list-row');
    await until('an organisation', async () => (await rows.count()) > 0);
    await command(page, 'Wenzhen: Find Official');
    await until('the official', async () => (await texts('.quick-input-list .monaco-list-row')).some(text => text.includes('王海川')));
    await page.keyboard.press('Escape');
    await rows.first().click();
    const official = rows.filter({ hasText: '王海川' }).first();
    await official.waitFor({ timeout: 10_000 });
    assert.match(await official.getAttribute('aria-label'), /^王海川, 市长/);
    // The view is drawn anew while articles are still being read, and a menu that is open then goes away.
    await until('the name on the clipboard', async () => {
      await page.keyboard.press('Escape');
      await official.click({ button: 'right' });
      await page
        .locator('.monaco-menu .action-label', { hasText: 'Copy' })
        .first()
        .click({ timeout: 2000 })
        .catch(() => undefined);
      return (await page.evaluate(() => navigator.clipboard.readText())) === '王海川';
    });
    await page.keyboard.press('Escape');
    await command(page, 'Wenzhen: Export Slogans');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'CSV' }).click();
    await until('the table', () => placeOf(page, '四方责任'));
  });
  await page.close();

  await open('gb18030.txt');
  await test('a wrongly decoded file: the save is stopped by a dialog whose default reopens it', async () => {
    await until('the error', async () => (await page.locator('.squiggly-error').count()) > 0, 60_000);
    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    await page.keyboard.press('Control+s');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor({ timeout: 20_000 });
    assert.match(await dialog.innerText(), /Saving would destroy this file: gb18030\.txt/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Reopen as GB18030');
    assert.deepEqual(fs.readFileSync(guarded), good);
    if (process.env.PICTURES) await page.screenshot({ path: path.join(process.env.PICTURES, 'save-guard.png') });
    await page.keyboard.press('Enter');
    await until('the right text', () => placeOf(page, '全市防汛工作会议召开'));
    assert.deepEqual(fs.readFileSync(guarded), good);
  });
  await test('Cancel on the progress of a folder stops it: nothing is asked and nothing is written', async () => {
    const many = path.join(folder, 'many');
    const damaged = Array.from({ length: 4000 }, (_, i) => `第${i}期工程要加強(qiáng)巡查,,要備(bèi)足物資(zī)。`).join('\n');
    fs.mkdirSync(many);
    for (let i = 0; i < 40; i++) fs.writeFileSync(path.join(many, `${i}.article`), damaged);
    await command(page, 'Wenzhen: Repair Folder');
    const progress = page.locator('.notification-list-item', { hasText: '.article' });
    await progress.first().waitFor({ timeout: 30_000 });
    await progress.first().getByRole('button', { name: 'Cancel' }).click();
    await progress.first().waitFor({ state: 'detached', timeout: 30_000 });
    await page.waitForTimeout(1000);
    assert.equal(await page.locator('.quick-input-widget:visible').count(), 0);
    for (const name of fs.readdirSync(many)) assert.equal(fs.readFileSync(path.join(many, name), 'utf8'), damaged);
  });
} finally {
  await browser.close();
  stop();
  fs.rmSync(temporary, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
