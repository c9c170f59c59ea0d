import * as assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import { openWebWorkbench, pictureEach } from './surroundings.ts';

const asPdf = '9 Shoulder and arms, as a PDF';
const inWord = '10 Medications, in Word';

describe('In VS Code for the Web', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWebWorkbench();
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('a misspelled word is found: the word lists are fetched', async () => {
    await workbench.openFromExplorer('5 Medications (with slips)');
    const problems = await workbench.problems();
    await problems.filter({ hasText: '“tendernes”' }).waitFor();
  });

  it('a letter is known for one, and its findings are shown', async () => {
    await workbench.openFromExplorer('1 Shoulder and back (with slips)');
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    const problems = await workbench.problems();
    await problems.filter({ hasText: 'missing-citation' }).waitFor();
  });

  it('its outline is shown', async () => {
    const outline = await workbench.outline();
    await outline.filter({ hasText: /Clinical case summary/i }).waitFor();
    await outline.filter({ hasText: 'Upheld' }).first().waitFor();
  });

  it('all letters of the folder are checked at once', async () => {
    await workbench.command('IMR: Check All Letters in the Workspace');
    const sentence = /^8 letters checked: \d+ findings in \d letters; 3 PDF or Word files skipped$/;
    await workbench.page.locator('.statusbar-item', { hasText: sentence }).waitFor();
  });

  it('the text of a PDF and of a Word file is opened: their libraries run in a worker', async () => {
    await workbench.clickInExplorer(`${asPdf}.pdf`);
    await workbench.command('IMR: Open as Letter Text');
    await workbench.tab(`${asPdf}.txt`).waitFor();
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    await workbench.clickInExplorer(`${inWord}.docx`);
    await workbench.command('IMR: Open as Letter Text');
    await workbench.tab(`${inWord}.txt`).waitFor();
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
  });

  it('other files stay what they are', async () => {
    await workbench.openFromExplorer('README.md');
    await workbench.language().filter({ hasText: 'Markdown' }).waitFor();
    assert.equal(await workbench.toasts().filter({ hasNotText: 'holds an IMR letter' }).count(), 0);
  });
});
