import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHtml } from '../../client/src/views/pageHtml.ts';
import type { ToPage } from '../../client/src/views/summary/messages.ts';
import { hasBrowser, launchBrowser } from '../../scripts/vscode/browser.mjs';
import type { LetterSummaries, LetterSummary, Place } from '../../server/src/protocol/letterSummary.ts';

const why = hasBrowser() ? '' : ' (not run: no browser is here; npm run test:editor fetches one)';
const SLOW = { timeout: 120_000 };

const at = (line: number, endLine = line): Place => ({ line, character: 0, endLine, endCharacter: 10 });
const value = (words: string, line: number) => ({ words, place: at(line) });

/** A letter whose lines are this many further down. */
const letterSummary = (down: number): LetterSummary => ({
  part: null,
  caseNumber: 'CM17-0990001',
  outcome: value('Overturned in part', 1),
  facts: [
    { label: 'Decided', values: [value('2017-02-15', 2)], lack: null },
    { label: 'Priority', values: [], lack: 'left blank' },
  ],
  issues: Array.from({ length: 30 }, (_, i) => ({
    number: i + 1,
    treatment: value(`Physical therapy <i>${i}</i>`, 10 * i + down),
    decision: i % 2 === 0 ? 'upheld' : 'overturned',
    decisionWords: i % 2 === 0 ? 'Upheld' : 'Overturned',
    category: 'Physical therapy',
    range: at(10 * i + down, 10 * i + 8 + down),
    conclusion: value('The request is not medically necessary.', 10 * i + 7 + down),
    guidelines: [value('MTUS Physical Medicine', 10 * i + 4 + down)],
    ledger: {
      visits: [
        { what: 'Requested', visits: 8, place: at(10 * i + down) },
        { what: 'Had or authorized before', visits: 12, place: at(5) },
      ],
      sum: 20,
      limits: [{ what: 'Guideline: 9-10 visits', visits: 10, place: at(10 * i + 4 + down) }],
      standing: '10 over',
      isOver: true,
    },
  })),
  findings: [
    { severity: 'error', rule: 'missing-decision', message: 'No decision', place: at(20 + down), issue: 3 },
    { severity: 'warning', rule: 'date-order', message: 'Days out of order', place: at(250 + down), issue: null },
  ],
});

const summary = (down: number): LetterSummaries => ({ version: down, letters: [letterSummary(down)] });

describe.skipIf(!hasBrowser())(`The page of a letter's summary in a browser${why}`, SLOW, () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    html = await page();
  }, SLOW.timeout);
  afterAll(() => browser.close());

  /** Opens the page as VS Code does; what it asked of the editor, and what it complained of, comes with it. */
  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<{
    page: Page;
    tell: (message: ToPage) => Promise<void>;
    asked: () => Promise<unknown>;
    complaints: readonly string[];
  }> {
    const opened = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    opened.on('console', (message) => complaints.push(message.text()));
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('request', (request) => {
      if (request.url() !== 'about:blank') complaints.push(request.url());
    });
    await opened.addInitScript(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, {
        asked,
        acquireVsCodeApi: () => ({ postMessage: (message: unknown) => asked.push(message) }),
      });
    });
    await opened.goto('about:blank');
    await opened.setContent(html);
    return {
      page: opened,
      tell: (message) =>
        opened.evaluate(`void dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`),
      asked: () => opened.evaluate('asked'),
      complaints,
    };
  }

  const letter = (down: number): ToPage => ({ kind: 'letter', name: 'a.txt', summary: summary(down) });

  it('shows each letter of a file', async () => {
    const { page, tell, complaints } = await open();
    const second = { ...letterSummary(400), part: 2, caseNumber: null, findings: [] };
    await tell({
      kind: 'letter',
      name: 'a.txt',
      summary: { version: 1, letters: [{ ...letterSummary(0), part: 1 }, second] },
    });
    await tell({ kind: 'caret', line: 402, character: 0 });
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
      'Letter 1: CM17-0990001',
      'Letter 2',
    ]);
    const current = page.getByRole('article', { name: 'Letter 2' }).locator('[aria-current="true"]');
    expect(await current.count()).toBe(1);
    expect(await page.locator('[aria-current="true"]').count()).toBe(1);
    const ids: readonly string[] = await page.evaluate('[...document.querySelectorAll("[id]")].map(({ id }) => id)');
    expect(new Set(ids).size).toBe(ids.length);
    expect(complaints).toEqual([]);
  });

  it('shows the letter, and leads to its words', async () => {
    const { page, tell, asked, complaints } = await open();
    await tell(letter(0));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('CM17-0990001');
    await page.getByRole('button', { name: 'Physical therapy <i>3</i>' }).press('Enter');
    await page.getByRole('button', { name: '10 visits, line 5', exact: true }).click();
    await page.getByRole('button', { name: 'date-order: explain this rule' }).click();
    expect(await asked()).toEqual([
      { kind: 'ready' },
      { kind: 'show', place: at(30) },
      { kind: 'show', place: at(4) },
      { kind: 'explain', rule: 'date-order' },
    ]);
    expect(complaints).toEqual([]);
  });

  it('shows where the caret is, and brings it into view', async () => {
    const { page, tell } = await open();
    await tell(letter(0));
    const current = page.locator('.issues > li[aria-current=true]');
    expect(await current.count()).toBe(0);
    await page.evaluate('document.hasFocus = () => false');
    await tell({ kind: 'caret', line: 253, character: 3 });
    expect(await current.getByRole('heading').textContent()).toBe('Physical therapy <i>25</i>');
    expect(await page.evaluate('scrollY')).toBeGreaterThan(0);
    await tell({ kind: 'caret', line: 9, character: 0 });
    expect(await current.count()).toBe(0);
  });

  it('keeps focus, scrolling, and selection over a hundred keystrokes', async () => {
    const { page, tell } = await open();
    await tell(letter(0));
    const button = page.getByRole('button', { name: 'Physical therapy <i>20</i>' });
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('dt'))");
    await button.focus();
    const state = (): Promise<readonly unknown[]> =>
      page.evaluate('[scrollY, document.activeElement.textContent, String(getSelection())]');
    const before = await state();
    expect(before).toEqual([expect.any(Number), 'Physical therapy <i>20</i>', 'Decided']);
    expect(before[0]).toBeGreaterThan(0);
    for (let keystroke = 1; keystroke <= 100; keystroke++) await tell(letter(keystroke));
    expect(await page.getByRole('button', { name: 'line 121: No decision' }).count()).toBe(1);
    expect(await state()).toEqual(before);
  });

  it('says that no letter is there', async () => {
    const { page, tell } = await open();
    expect(await page.locator('main').textContent()).toBe('Reading the letter …');
    await tell({ kind: 'letter', name: '', summary: null });
    expect(await page.locator('main').textContent()).toBe('Open a letter, and its summary is shown here.');
  });

  it('obeys no word of a letter, and holds no address', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/\bhttps?:(?!\/\/www\.w3\.org\/)/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it.each(['light', 'dark'] as const)('can be used by everyone, in %s colors (axe-core)', async (colorScheme) => {
    // The test's own script must get in.
    const { page, tell } = await open({ colorScheme, bypassCSP: true });
    await page.addStyleTag({ content: THEMES[colorScheme] });
    await tell(letter(0));
    await tell({ kind: 'caret', line: 253, character: 3 });
    await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
    const { violations, passes }: { violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] } =
      await page.evaluate('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(passes.length).toBeGreaterThan(15);
  });
});

/** Colors of VS Code's default themes. */
const THEMES = {
  light: `:root { --vscode-editor-background: #ffffff; --vscode-foreground: #3b3b3b; --vscode-descriptionForeground: #3b3b3b;
    --vscode-textLink-foreground: #005fb8; --vscode-errorForeground: #c72e0f; --vscode-editorWarning-foreground: #8a5a00; }`,
  dark: `:root { --vscode-editor-background: #1f1f1f; --vscode-foreground: #cccccc; --vscode-descriptionForeground: #9d9d9d;
    --vscode-textLink-foreground: #4daafc; --vscode-errorForeground: #f85149; --vscode-editorWarning-foreground: #cca700; }`,
} as const;

/** The page as it is built. */
async function page(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../client/src/views/summary/page/main.tsx', import.meta.url))],
    bundle: true,
    write: false,
    outdir: '.',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
  });
  const textOf = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return pageHtml({ title: 'Letter Summary', script: textOf('.js'), style: textOf('.css'), nonce: 'abc' });
}
