/**
 * `npm run screenshot [FOLDER]`: pictures of the real editor at work, into `images/` unless told. Look at them: they go into the README.
 * Builds first; the extension is the one of this tree, installed as a user would have it.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { chromium } from 'playwright-core';
import { ensureServer, findChromium, root } from '../../scripts/editor/install.mjs';
import { addressOf, CHROMIUM_ARGS, remote, serve } from '../../scripts/editor/serve.mjs';
import { placeOf } from './onScreen.mjs';

/** Written for these pictures. */
const ARTICLE =
  '全市防汛工作会议召开\n\n6月3日，市长王海主持会议并讲话。王海强调，要加强巡查，要备足物资。\n各县区要压实责任，发现险情及时处置。\n';

const out = path.resolve(process.argv[2] ?? path.join(root, 'images'));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-pictures-'));
const folder = path.join(temporary, 'articles');
fs.mkdirSync(out, { recursive: true });
fs.cpSync(path.join(root, 'seeds'), folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'gb18030.txt'), iconv.encode(ARTICLE, 'gb18030'));

execFileSync(process.execPath, [path.join(root, 'esbuild.mjs')], { cwd: root, stdio: 'inherit' });
ensureServer();
fs.mkdirSync(path.join(temporary, 'extensions'), { recursive: true });
fs.symlinkSync(root, path.join(temporary, 'extensions', 'wenzhen.wenzhen'));
const { port, stop } = await serve({
  data: temporary,
  settings: {
    'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
    'editor.fontSize': 14,
    'editor.wordWrap': 'on',
    'editor.unicodeHighlight.ambiguousCharacters': false,
    'editor.minimap.enabled': false,
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.activityBar.location': 'default',
    'window.commandCenter': false,
    'breadcrumbs.enabled': true,
    'editor.hover.delay': 100,
    'explorer.openEditors.visible': 0,
    'workbench.layoutControl.enabled': false,
    'problems.sortOrder': 'position',
  },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });

try {
  await workbench();
  await hover('hover-official', '000_da66712a28116a4b.txt', '李酌在', 1);
  await hover('hover-slogan', '000_da66712a28116a4b.txt', '“四方責', 1);
  await hover('hover-damage', '000_da66712a28116a4b.txt', '再?g', 1);
  await views();
  await undecoded();
  await saveGuard();
} finally {
  await browser.close();
  stop();
  fs.rmSync(temporary, { recursive: true, force: true });
}

/** A page with one file open and its problems found. */
async function openFile(name, { width = 1400, height = 900, waitFor = '.squiggly-warning, .squiggly-error' } = {}) {
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  await page.goto(addressOf(port, folder, [['openFile', remote(port, path.join(folder, name))]]));
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  await page.waitForSelector(waitFor, { timeout: 60_000, state: 'attached' }).catch(error =>
    page.screenshot({ path: path.join(os.tmpdir(), 'wenzhen-picture-failed.png') }).then(() => {
      throw error;
    }),
  );
  return page;
}

async function save(page, name) {
  await page.waitForTimeout(1500);
  await page.screenshot({ path: path.join(out, `${name}.png`) });
  console.log(`${name}.png`);
  await page.context().close();
}

/** A damaged seed with its problems and its outline. */
async function workbench() {
  const page = await openFile('000_da66712a28116a4b.txt', { height: 1000 });
  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 15_000 });
  await page.getByText('Outline', { exact: true }).first().click();
  await page.waitForSelector('.outline-tree .monaco-list-row', { timeout: 15_000 });
  console.log((await page.locator('.markers-panel .monaco-list-row').allInnerTexts()).join('\n'));
  console.log((await page.locator('.outline-tree .monaco-list-row').allInnerTexts()).join('\n'));
  // More room for the outline: the line between it and the files goes up.
  const header = await page.locator('.pane-header', { hasText: 'Outline' }).first().boundingBox();
  await page.mouse.move(header.x + 100, header.y);
  await page.mouse.down();
  await page.mouse.move(header.x + 100, 230, { steps: 8 });
  await page.mouse.up();
  await page.mouse.move(900, 500);
  await save(page, 'workbench');
}

/** The officials and slogans of the folder. */
async function views() {
  const page = await openFile('000_da66712a28116a4b.txt', { width: 1100, height: 640 });
  await page.keyboard.press('F1');
  await page.keyboard.type('Focus on Officials View');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(3000);
  await rows.first().click();
  await page.waitForTimeout(800);
  await rows.nth(1).click();
  await page.waitForTimeout(800);
  console.log((await rows.allInnerTexts()).join(' | '));
  await save(page, 'views');
}

/** The hover over some words of a file. */
async function hover(picture, name, words, into) {
  const page = await openFile(name, { width: 1100, height: 540 });
  await page.keyboard.press('Control+f');
  await page.keyboard.type(words);
  await page.waitForTimeout(700);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  const box = await placeOf(page, words, into);
  if (!box) {
    console.log(`${picture}: ${words} is not on screen`);
    await page.context().close();
    return;
  }
  await page.mouse.move(box.x, box.y);
  await page
    .waitForSelector('.monaco-hover:not(.hidden) .hover-contents', { timeout: 15_000 })
    .catch(() => console.log(`${picture}: no hover`));
  await page
    .waitForFunction(() => !/Loading/.test(document.querySelector('.monaco-hover:not(.hidden)')?.textContent ?? ''), undefined, {
      timeout: 30_000,
    })
    .catch(() => {});
  console.log((await page.locator('.monaco-hover').allInnerTexts()).join('\n'));
  await save(page, picture);
}

/** A good GB18030 file that the editor read as UTF-8. */
async function undecoded() {
  const page = await openFile('gb18030.txt', { width: 1100, height: 420, waitFor: '.squiggly-error' });
  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 15_000 });
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget', { timeout: 15_000 }).catch(() => console.log('undecoded: no menu'));
  await save(page, 'undecoded');
}

/** The same file, about to be saved like that. */
async function saveGuard() {
  const page = await openFile('gb18030.txt', { width: 1100, height: 420, waitFor: '.squiggly-error' });
  await page.locator('.view-line').first().click();
  await page.keyboard.type('！');
  await page.keyboard.press('Control+s');
  await page.waitForSelector('.monaco-dialog-box', { timeout: 20_000 });
  await save(page, 'save-guard');
}
