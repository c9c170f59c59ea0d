import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import { lineOf, openWorkbench, pictureEach, sampleText } from './surroundings.ts';

/** What the sample comes to: its visits are over the guideline, and the rationale says so itself. */
const LOOK_AGAIN = /Look again before issuing: /;
const NAME = '4 Neck, 2014 layout (visits over the guideline)';

describe('Ready to Issue?', () => {
  let workbench: Workbench;
  let page: FrameLocator;
  const toast = (text: string | RegExp) => workbench.toasts().filter({ hasText: text });

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openFromExplorer(NAME);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('shows a letter’s verdict on one page beside it', async () => {
    await workbench.command('IMR: Ready to Issue?');
    await page.getByRole('heading', { level: 1, name: LOOK_AGAIN }).waitFor();
    await page.getByRole('heading', { name: 'What is decided' }).waitFor();
    await page.getByRole('heading', { name: 'Open findings' }).waitFor();
    await workbench.tab(`Ready to Issue? ${NAME}`).waitFor();
    await toast(LOOK_AGAIN).waitFor();
  });

  it('is kept as a file beside the letter', async () => {
    await toast(LOOK_AGAIN).getByRole('button', { name: 'Save Beside the Letter' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Saved as' }).waitFor();
    const [html, json] = await Promise.all([sampleText(`${NAME}.ready.html`), sampleText(`${NAME}.ready.json`)]);
    assert.match(html, /<h1>Look again before issuing: /);
    const { verdict, fingerprint } = JSON.parse(json);
    assert.equal(verdict, 'look-again');
    assert.ok(html.includes(fingerprint));
  });

  it('says so when the letter was changed since', async () => {
    await workbench.command('View: Focus First Editor Group');
    await workbench.goToLine(await lineOf(NAME, 'neck:  Upheld'));
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Control+Backspace');
    await workbench.command('IMR: Ready to Issue?');
    await page.getByRole('heading', { level: 1, name: /^Not ready to issue: / }).waitFor();
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Ready to Issue?' }).count(), 1);
    await toast(/The letter was changed since its verdict of \d{4}-\d\d-\d\d was saved\./).waitFor();
  });

  it('puts the open findings on the clipboard, as questions for the reviewer', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.command('View: Focus First Editor Group');
    await workbench.command('IMR: Copy Findings as Questions for the Reviewer');
    await workbench.page.locator('.statusbar-item', { hasText: 'to the clipboard' }).waitFor();
    const copied: string = await workbench.page.evaluate('navigator.clipboard.readText()');
    assert.match(copied, /^Before the letter of .+ is issued, would you please check the following\?\n\n1\. Line \d+/);
    assert.match(copied, /Could you please let us know what it should be\?/);
    assert.match(copied, /Thank you\.\n$/);
  });
});
