import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import {
  lineOf,
  openWebWorkbench,
  openWorkbench,
  pictureEach,
  putAside,
  takeSample,
  violationsIn,
} from './surroundings.ts';

const overLimit = '4 Neck, 2014 layout (visits over the guideline)';

for (const [where, open] of [
  ['VS Code', openWorkbench],
  ['VS Code for the Web', openWebWorkbench],
] as const) {
  describe(`A letter’s summary in ${where}`, () => {
    let workbench: Workbench;
    let summary: FrameLocator;

    before(async () => {
      workbench = await open();
      await workbench.openFromExplorer(overLimit);
      await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
      await workbench.command('IMR: Show Letter Summary');
      summary = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    });
    after(() => workbench.close());
    pictureEach(() => workbench);

    it('is beside the letter, with its issues, visits, and findings', async () => {
      await summary.getByRole('heading', { name: /^\d+ issues?$/ }).waitFor();
      await summary
        .getByText(/\d over/)
        .first()
        .waitFor();
      await workbench.page.locator('.tab', { hasText: overLimit }).first().waitFor();
    });

    it('leads from a number to its words, and follows the caret', async () => {
      const number = summary.getByRole('button', { name: /visits?, line \d+/ }).first();
      const line = /line (\d+)/.exec((await number.getAttribute('aria-label')) ?? '')?.[1];
      await number.click();
      await workbench.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
      await summary.locator('.issues > li[aria-current=true]').waitFor();
      await workbench.goToLine(1);
      await summary.locator('.issues > li[aria-current=true]').waitFor({ state: 'detached' });
    });

    it('shows what is changed in the letter', async () => {
      await workbench.goToLine(await lineOf(overLimit, 'neck:  Upheld'));
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('Control+Backspace');
      await summary.getByText('no decision', { exact: true }).waitFor();
      await workbench.page.keyboard.press('Control+Z');
      await summary.getByText('no decision', { exact: true }).waitFor({ state: 'detached' });
    });

    it('can be used by everyone in the editor’s colors (axe-core)', async () => {
      assert.deepEqual(await violationsIn(summary), []);
    });
  });
}

describe('Letters like this one', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openFromExplorer(overLimit);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('are listed for the issue at the caret, with how such requests fared', async () => {
    await workbench.goToLine(await lineOf(overLimit, 'neck:  Upheld'));
    await workbench.command('IMR: Show Letters Like This One');
    const rows = workbench.page.locator('.pane:has-text("Letters Like This One") .monaco-list-row');
    await rows.filter({ hasText: /^\d+ upheld, \d+ overturned/ }).waitFor();
    await rows.filter({ hasText: 'Most similar' }).waitFor();
  });

  it('are opened at their headings', async () => {
    const rows = workbench.page.locator('.pane:has-text("Letters Like This One") .monaco-list-row');
    await rows
      .filter({ hasText: /^(?:Upheld|Overturned): / })
      .first()
      .click();
    await workbench.page.locator('.tab.active').filter({ hasNotText: overLimit }).waitFor();
  });

  it('and all treatments of the folder are found by Go to Symbol in Workspace', async () => {
    await workbench.page.keyboard.press('Control+T');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.fill('#overturned');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: ': Overturned' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

describe('A report about the folder', () => {
  let workbench: Workbench;
  let report: FrameLocator;

  before(async () => {
    workbench = await openWorkbench();
    // By then the extension is there, and its commands are.
    await workbench.openFromExplorer(overLimit);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    await workbench.command('IMR: Workspace Report');
    report = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('shows decisions, findings, and what is not in it', async () => {
    await report.getByRole('heading', { name: 'Decisions by treatment' }).waitFor();
    await report.getByText('PDF or Word files were skipped').waitFor();
    await report.getByText(/^8 of 8 letters$/).waitFor();
  });

  it('hides what is about wording, and is filtered', async () => {
    await report.getByLabel(/^Hide the \d+ findings of wording$/).check();
    assert.equal(await report.locator('#letters li.wording:visible, #letters ul.wording:visible').count(), 0);
    await report.locator('#letters [name=decision]').selectOption('overturned');
    await report.getByText(/^5 of 8 letters$/).waitFor();
  });

  it('can be used by everyone in the editor’s colors (axe-core)', async () => {
    assert.deepEqual(await violationsIn(report), []);
  });

  it('is saved as one file', async () => {
    await workbench.command('IMR: Save Report As…');
    await workbench.choose(/^Page/);
    await workbench.acceptPath(/report\.html$/);
    await workbench.page.locator('.statusbar-item', { hasText: 'Saved as report.html' }).waitFor();
    assert.match(await takeSample('report.html'), /^<!doctype html>/);
  });

  it('opens a letter at its finding, beside it', async () => {
    const place = report
      .locator('#letters')
      .getByRole('button', { name: /^line \d+$/ })
      .first();
    const line = ((await place.textContent()) ?? '').replace('line ', '');
    await place.click();
    await workbench.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
    await report.getByRole('heading', { name: 'All letters' }).waitFor();
  });
});

describe('Findings put aside', () => {
  let workbench: Workbench;
  const rows = () => workbench.page.locator('.pane:has-text("Findings Put Aside") .monaco-list-row');

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openFromExplorer(overLimit);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('are listed with their words and the reason', async () => {
    putAside(`${overLimit}.txt`, 'agreed with the reviewer');
    await workbench.command('IMR: Show Findings Put Aside');
    await rows()
      .filter({ hasText: /^“.*agreed with the reviewer/ })
      .waitFor();
  });

  it('are gone to, and brought back', async () => {
    const { page } = workbench;
    await workbench.command('View: Focus Active Editor Group');
    await workbench.goToLine(1);
    const finding = rows().filter({ hasText: 'agreed with the reviewer' });
    await finding.click();
    await page.locator('.statusbar-item', { hasText: /Ln (?!1,)\d+,/ }).waitFor();
    await finding.hover();
    await finding.getByRole('button', { name: 'Bring Back' }).click();
    await finding.waitFor({ state: 'detached' });
    // The Problems panel lists those of other letters first, and shows no more than fit.
    await page.locator('.statusbar-item', { hasText: '1 upheld · 1 finding' }).waitFor();
    await takeSample('.imr-ignore.json');
  });
});
