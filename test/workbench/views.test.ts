import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import { lineOf, openWebWorkbench, openWorkbench, screenshot, violationsIn } from './surroundings.ts';

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
    afterEach(async function () {
      await screenshot(workbench, (this.currentTest?.fullTitle() ?? 'unnamed').replace(/\W+/g, '-'));
    });

    it('stands beside the letter, with its issues, visits, and findings', async () => {
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
  afterEach(async function () {
    await screenshot(workbench, (this.currentTest?.fullTitle() ?? 'unnamed').replace(/\W+/g, '-'));
  });

  it('are listed for the issue at the caret, with how such requests fared', async () => {
    await workbench.goToLine(await lineOf(overLimit, 'neck:  Upheld'));
    await workbench.command('IMR: Show Letters Like This One');
    const rows = workbench.page.locator('.pane:has-text("Letters Like This One") .monaco-list-row');
    await rows.filter({ hasText: /^\d+ upheld, \d+ overturned/ }).waitFor();
    await rows.filter({ hasText: 'The most alike' }).waitFor();
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
