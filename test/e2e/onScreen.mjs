/** Finding and pointing at what is on the screen of the editor. */

/**
 * The middle of a character of the editor's text. Lines are rendered anew when colours arrive,
 * so the place is measured in the page each time.
 * @param into how many characters into the words
 * @returns null when the words are not on screen
 */
export function placeOf(page, words, into = 0) {
  return page.evaluate(
    ([sought, skip]) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const at = line.textContent.indexOf(sought);
        if (at < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(), passed = 0; node; passed += node.length, node = walker.nextNode()) {
          if (at + skip >= passed + node.length) continue;
          const range = document.createRange();
          range.setStart(node, at + skip - passed);
          range.setEnd(node, at + skip - passed + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2, colour: getComputedStyle(node.parentElement).color };
        }
      }
      return null;
    },
    [words, into],
  );
}

/** Asks until the answer is truthy. @throws Error with the last answer when that takes too long */
export async function until(what, ask, ms = 30_000) {
  for (const end = Date.now() + ms; ;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Runs a command of the editor by its name in the palette; again, when something that was still open took the keys. */
export async function command(page, name, tries = 3) {
  try {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${name}`, { timeout: 5000 });
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click({ timeout: 5000 });
  } catch (error) {
    if (tries <= 1) throw error;
    await page.keyboard.press('Escape');
    await command(page, name, tries - 1);
  }
}
