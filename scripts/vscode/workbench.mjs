// @ts-check
// The workbench of VS Code as a person uses it: by its keys, its lists and its panels.

/** A click that had no effect, or a view that never filled, is known after this many milliseconds. */
const patience = 15_000;

export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * @param {import('playwright-core').Browser} browser
   * @param {string} address
   * @param {{ width?: number, height?: number, scale?: number }} [size] in CSS pixels; `scale`: device pixels to each
   */
  static async open(browser, address, { width = 1400, height = 900, scale = 1 } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(address);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page);
  }

  close() {
    return this.page.context().close();
  }

  /** @param {string} name a file as the Explorer lists it */
  async openFromExplorer(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
    await this.#shows(name);
  }

  /** @param {string} name a file that no text editor may show */
  async clickInExplorer(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
    await this.tab(name).waitFor();
  }

  /** @param {string} name */
  tab(name) {
    return this.page.locator('.tab.active', { hasText: name });
  }

  /** @param {string} name enough of a file's name for Quick Open to find it first */
  async quickOpen(name) {
    await this.page.keyboard.press('Control+P');
    await this.#pick(name);
    await this.#shows(name);
  }

  /** @param {string} title a command's title in the Command Palette */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.#pick(`>${title}`, title);
  }

  /**
   * Takes an entry of the list that a command has opened.
   * @param {RegExp} label
   */
  async choose(label) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /**
   * Says OK to the place that a command proposes for a file: in a browser, VS Code asks for it in the quick input.
   * @param {RegExp} path how it ends
   */
  async acceptPath(path) {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await expectValue(input, path);
    await this.page.locator('.quick-input-widget .quick-input-action a', { hasText: /^(?:OK|Export)$/ }).click();
  }

  /** @param {number} line 1-based */
  async goToLine(line) {
    await this.page.keyboard.press('Control+G');
    await this.#pick(`:${line}`, 'Go to line');
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  }

  /** The language of the active editor, as the status bar names it. */
  language() {
    return this.page.locator('.statusbar-item[id="status.editor.mode"]');
  }

  /** Rows of the Outline view, which is opened first. */
  async outline() {
    await this.command('Explorer: Focus on Outline View');
    return this.page.locator('.outline-tree .monaco-list-row');
  }

  /** Rows of the Problems panel, which is opened first: the file's, then its findings'. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /**
   * Double-clicks a finding at the start of its message, away from the link after it.
   * @param {number} index from 0, over all files' rows
   */
  async openProblem(index) {
    const rows = await this.problems();
    await rows.nth(index).dblclick({ position: { x: 120, y: 10 } });
  }

  /**
   * Moves the border above a view of the side bar, or the side bar's own, as with the mouse.
   * @param {{ view: string, up: number } | { wider: number }} by in CSS pixels
   */
  async resize(by) {
    const edge =
      'view' in by
        ? this.page.locator('.sidebar .pane-header', { hasText: by.view })
        : this.page.locator('.part.sidebar');
    const box = await edge.boundingBox();
    if (box === null) return;
    const [x, y] = 'view' in by ? [box.x + box.width / 2, box.y] : [box.x + box.width, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move('view' in by ? x : x + by.wider, 'view' in by ? y - by.up : y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** What the list at the caret offers; none where no list is open. */
  suggestions() {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** Messages that pop up in the corner: a quiet extension has none. */
  toasts() {
    return this.page.locator('.notification-toast');
  }

  /**
   * Rests the pointer on a word of the editor until the hover shows. The editor's blanks are no-break ones: a pattern takes either.
   * @param {string | RegExp} text
   * @param {string} [shown] words of the hover; while the editor still scrolls, it may be that of another word, and is
   *   asked for again
   */
  async hoverOver(text, shown = '') {
    const word = this.page.locator('.view-line span span', { hasText: text }).first();
    const hover = this.page.locator('.monaco-hover:visible .hover-row', { hasText: shown }).first();
    for (let tries = 1; ; tries++) {
      await word.hover();
      try {
        await hover.waitFor({ timeout: 5000 });
        return hover;
      } catch (error) {
        if (tries === 4) throw error;
        await this.page.mouse.move(0, 0);
      }
    }
  }

  /**
   * Types into the quick input, and takes the first entry that begins so.
   * @param {string} typed
   * @param {string} [label] how the entry begins
   */
  async #pick(typed, label = typed) {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.fill(typed);
    await this.page
      .locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(label)}]`)
      .first()
      .click();
    // It goes, or is the next list's already.
    while ((await input.isVisible()) && (await input.inputValue()) === typed) await this.page.waitForTimeout(50);
  }

  /** @param {string} name */
  async #shows(name) {
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }
}

/**
 * Waits until a text field holds what it should.
 * @param {import('playwright-core').Locator} input
 * @param {RegExp} value
 */
async function expectValue(input, value) {
  const deadline = Date.now() + patience;
  while (!value.test(await input.inputValue())) {
    if (Date.now() > deadline) throw new Error(`It holds “${await input.inputValue()}”, not ${value}.`);
    await input.page().waitForTimeout(50);
  }
}
