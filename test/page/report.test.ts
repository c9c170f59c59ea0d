import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from '../../scripts/vscode/browser.mjs';
import type { FileReport, LetterReport } from '../../server/src/report/fileReport.ts';
import { htmlWriter } from '../../server/src/report/htmlReport.ts';
import { finding, letter, written } from '../core/report/support.ts';

const why = hasBrowser() ? '' : ' (not run: no browser is here; npm run test:editor fetches one)';
const SLOW = { timeout: 120_000 };

const issue = (treatment: string, decision: 'upheld' | 'overturned' | null) =>
  ({
    line: 14,
    treatment,
    category: treatment.startsWith('MRI') ? 'imaging' : 'surgery',
    decision,
    conclusion: 'none',
  }) as const;

const LETTERS: readonly FileReport[] = [
  letter({ file: 'work/a.txt', issues: [issue('MRI of the knee', 'upheld')], findings: [] }),
  letter({
    file: 'work/b.txt',
    issues: [issue('MRI of the hip', 'overturned'), issue('Fusion', 'upheld')],
    findings: [finding({ rule: 'grammar', severity: 'information', message: 'A slip' })],
  }),
  letter({
    file: 'work/c.txt',
    issues: [issue('Fusion <b>of</b> L5', null)],
    findings: [
      finding({ message: 'No decision "><img src=x onerror=document.title="obeyed">' }),
      finding({ rule: 'misspelling', severity: 'hint', message: 'A word' }),
      finding({ rule: 'date-order', severity: 'warning', message: 'Days out of order', issue: null }),
    ],
  }),
  { kind: 'unread', file: 'work/noise.txt', reason: 'it is not text' },
  { kind: 'noLetter', file: 'work/minutes.txt', isNamed: false },
];
const MANY: readonly LetterReport[] = Array.from({ length: 1203 }, (_, i) => letter({ file: `work/${i}.txt` }));

describe.skipIf(!hasBrowser())(`The page of a report in a browser${why}`, SLOW, () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'imr-page-'));
    browser = await launchBrowser();
  }, SLOW.timeout);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page; what it wanted from elsewhere, or was refused, comes with it. */
  async function open(
    reports: readonly FileReport[],
    { opensLetters = false, ...options }: { opensLetters?: boolean } & Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; complaints: readonly string[] }> {
    const file = join(folder, 'report.html');
    writeFileSync(file, written(htmlWriter({ about: 'work', opensLetters }), reports));
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, complaints };
  }

  const rows = (page: Page): Promise<readonly string[]> => page.locator('#letters tbody th:visible').allInnerTexts();
  const names = async (page: Page): Promise<readonly string[]> =>
    (await rows(page)).map((text) => text.split('\n')[0] ?? '');
  const count = (page: Page): Promise<string | null> => page.locator('#count').textContent();

  it('filters by words, decision, treatment, rule and severity', async () => {
    const { page, complaints } = await open(LETTERS);
    expect([await names(page), await count(page)]).toEqual([['a.txt', 'b.txt', 'c.txt'], '3 of 3 letters']);
    const choose = async (name: string, value: string): Promise<readonly string[]> => {
      await page.locator(`#letters [name=${name}]`).selectOption(value);
      const shown = await names(page);
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => count(page)).toBe('3 of 3 letters');
      return shown;
    };
    expect(await choose('decision', 'upheld')).toEqual(['a.txt', 'b.txt']);
    expect(await choose('decision', 'none')).toEqual(['c.txt']);
    expect(await choose('category', 'surgery')).toEqual(['b.txt', 'c.txt']);
    expect(await choose('rule', 'grammar')).toEqual(['b.txt']);
    expect(await choose('severity', 'warning')).toEqual(['c.txt']);
    await page.locator('#letters [name=rule]').selectOption('date-order');
    expect(await page.locator('#letters li[data-rule]:visible').allInnerTexts()).toEqual([
      'warning, line 14: Days out of order date-order',
    ]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('searchbox', { name: 'Words' }).fill('FUSION');
    expect([await names(page), await count(page)]).toEqual([['b.txt', 'c.txt'], '2 of 3 letters']);
    expect(await page.title()).toBe('IMR letters: report');
    expect(complaints).toEqual([]);
  });

  it('sorts, and says how', async () => {
    const { page } = await open(LETTERS);
    const header = page.locator('#letters th[data-sort=findings]');
    await header.getByRole('button').click();
    expect([await names(page), await header.getAttribute('aria-sort')]).toEqual([
      ['c.txt', 'b.txt', 'a.txt'],
      'descending',
    ]);
    await header.getByRole('button').press('Enter');
    expect([await names(page), await header.getAttribute('aria-sort')]).toEqual([
      ['a.txt', 'b.txt', 'c.txt'],
      'ascending',
    ]);
    await page.locator('#letters th[data-sort=decisions] button').click();
    expect((await names(page))[0]).toBe('b.txt');
    expect(await header.getAttribute('aria-sort')).toBeNull();
  });

  it('hides findings of wording by one switch, without its script, too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await open(LETTERS, { javaScriptEnabled });
      expect(await page.getByText('A slip').isVisible()).toBe(true);
      await page.getByLabel('Hide the 2 findings of wording').check();
      expect(await page.getByText('A slip').isVisible()).toBe(false);
      expect(await page.getByText('Wording: how the letters').isVisible()).toBe(false);
      expect(await page.locator('#letters').getByText('Days out of order').isVisible()).toBe(true);
    }
  });

  it('shows many letters by and by, and all of them without its script and on paper', async () => {
    const { page } = await open(MANY);
    expect([(await rows(page)).length, await count(page)]).toEqual([500, '1,203 of 1,203 letters']);
    await page.getByRole('button', { name: 'Show more letters' }).click();
    expect((await rows(page)).length).toBe(1000);
    await page.getByRole('button', { name: 'Show more letters' }).click();
    expect((await rows(page)).length).toBe(1203);
    expect(await page.getByRole('button', { name: 'Show more letters' }).isVisible()).toBe(false);
    // What is sorted is in its order, also where not all of it is shown.
    await page.getByRole('searchbox', { name: 'Words' }).fill('.txt');
    const file = page.locator('#letters th[data-sort=file] button');
    await file.click();
    await file.click();
    const shown = await names(page);
    const files = MANY.map(({ file }) => file.slice('work/'.length));
    expect(shown).toEqual(files.toSorted().reverse().slice(0, 500));

    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect((await rows(page)).length).toBe(1203);
    const plain = await open(MANY, { javaScriptEnabled: false });
    expect((await rows(plain.page)).length).toBe(1203);
    expect(await plain.page.locator('#letters form').isVisible()).toBe(false);
  });

  it('asks an editor to open a letter at its place', async () => {
    const { page } = await open(LETTERS, { opensLetters: true });
    // As VS Code gives it to a view; the page has requested it by now.
    await page.addInitScript(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, {
        asked,
        acquireVsCodeApi: () => ({ postMessage: (message: unknown) => asked.push(message) }),
      });
    });
    await page.reload();
    await page.locator('#letters').getByRole('button', { name: 'line 14' }).first().click();
    await page.locator('#letters').getByRole('button', { name: 'c.txt' }).press('Enter');
    expect(await page.evaluate('asked')).toEqual([
      { kind: 'open', file: 'work/b.txt', line: 14, column: 1 },
      { kind: 'open', file: 'work/c.txt', line: 1, column: 1 },
    ]);
  });

  it.each(['light', 'dark'] as const)('can be used by everyone, in %s colors (axe-core)', async (colorScheme) => {
    // The test's own script must get in; what it looks at is the page as it is.
    const { page } = await open(LETTERS, { colorScheme, bypassCSP: true, opensLetters: colorScheme === 'dark' });
    await page.addScriptTag({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
    const { violations, passes }: { violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] } =
      await page.evaluate('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
  });
});
