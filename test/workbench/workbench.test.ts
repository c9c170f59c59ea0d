import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import { lineOf, openWorkbench, pictureEach, takeSample } from './surroundings.ts';

const withSlips = '1 Shoulder and back (with slips)';
const clean = '2 Knee surgery (clean)';
const notOpened = '5 Medications (with slips)';

const asPdf = '9 Shoulder and arms, as a PDF';
const inWord = '10 Medications, in Word';

describe('A medical writer', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('opens a letter from the Explorer, and it is known for one', async () => {
    await workbench.openFromExplorer(withSlips);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
  });

  it('sees its sections, issues and decisions in the Outline', async () => {
    const outline = await workbench.outline();
    const shown = await texts(outline, (rows) => rows.some((row) => /Upheld|Overturned/.test(row)));
    assert.ok(
      shown.some((row) => /clinical case summary/i.test(row)),
      shown.join(' | '),
    );
  });

  it('sees the findings in the Problems panel', async () => {
    const problems = await workbench.problems();
    const shown = await texts(problems, (rows) => rows.length > 1);
    assert.match(shown[0] ?? '', /1 Shoulder and back/);
    assert.ok(
      shown.some((row) => /imr\W*missing-citation/.test(row)),
      shown.join(' | '),
    );
  });

  it('goes from a finding to its sentence', async () => {
    const problems = await workbench.problems();
    await texts(problems, (rows) => rows.length > 1);
    const place = /\[Ln (\d+),/.exec((await problems.nth(1).textContent()) ?? '');
    await workbench.openProblem(1);
    await workbench.page.locator('.statusbar-item', { hasText: `Ln ${place?.[1]},` }).waitFor();
  });

  it('opens a clean letter with Quick Open, and it has no findings', async () => {
    await workbench.quickOpen(clean);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    await texts(await workbench.outline(), (rows) => rows.some((row) => /Upheld|Overturned/.test(row)));
    const shown = await texts(await workbench.problems(), () => true);
    assert.ok(!shown.some((row) => row.includes(clean)), shown.join(' | '));
  });

  it('makes a slip and sees it found; takes it back and sees it go', async () => {
    await workbench.quickOpen(clean);
    // The panel lists the findings of all open letters, and shows the first only.
    await workbench.command('View: Close Other Editors in Group');
    const problems = await workbench.problems();
    const mine = problems.filter({ hasText: clean });
    // The decision word goes: the heading no longer says how its issue was decided.
    await workbench.command('View: Focus Active Editor Group');
    await workbench.goToLine(await lineOf(clean, ': Overturned'));
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Control+Backspace');
    await mine.waitFor();

    await workbench.page.keyboard.press('Control+Z');
    await mine.waitFor({ state: 'detached' });
  });

  it('pastes a letter into an empty plain-text document, and it is known for one', async () => {
    await workbench.command('File: New Untitled Text File');
    await workbench.language().filter({ hasText: 'Plain Text' }).waitFor();
    // The browser's clipboard is closed to scripts; VS Code takes this for very fast typing.
    await workbench.page.keyboard.insertText(pastedLetter);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
  });

  it('writes an issue: the lists open where something must follow, and nothing opens in prose', async () => {
    const { keyboard } = workbench.page;
    const offered = workbench.suggestions();
    await keyboard.press('Control+End');
    await keyboard.type('MRI of the wrist: ');
    await offered.filter({ hasText: /^Upheld/ }).waitFor();
    // Enter alone chooses nothing.
    await keyboard.press('Enter');
    await offered.first().waitFor({ state: 'detached' });
    await keyboard.press('Control+Space');
    await offered.filter({ hasText: /^Upheld/ }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    // The list opens after the label, and narrows with each word.
    await keyboard.type('\n\nMAXIMUS guideline: ');
    await offered.filter({ hasText: /^The Expert Reviewer did not cite/ }).waitFor();
    await keyboard.type('Decision based on MTUS low ba');
    await offered
      .first()
      .filter({ hasText: /Low Back Disorders 2020/ })
      .waitFor();
    await keyboard.press('Enter');
    await keyboard.type('\n\nDecision rationale: The wrist is tender, and the physician has requested');
    assert.equal(await offered.count(), 0);
    const lines = (await workbench.page.locator('.view-line').allTextContents()).map((line) =>
      line.replaceAll('\u00a0', ' '),
    );
    for (const line of [
      'MRI of the wrist: Upheld',
      'MAXIMUS guideline: Decision based on MTUS Low Back Disorders 2020.',
    ]) {
      assert.ok(lines.includes(line), lines.join('\n'));
    }
  });

  it('rests the pointer on a decision and reads what it means', async () => {
    await workbench.quickOpen(clean);
    await workbench.goToLine(await lineOf(clean, ': Overturned'));
    const hover = await workbench.hoverOver('Overturned');
    assert.match((await hover.textContent()) ?? '', /medically necessary/i);
  });

  it('opens a PDF and is offered its text; says not again, and is not asked again', async () => {
    const letterText = () => workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    const offer = workbench.toasts().filter({ hasText: 'holds an IMR letter' });
    await workbench.clickInExplorer(`${asPdf}.pdf`);
    await offer.getByText('Open as Letter Text').click();
    await workbench.tab(`${asPdf}.txt`).waitFor();
    await letterText();

    await workbench.clickInExplorer(`${inWord}.docx`);
    await offer.getByText('Don’t Ask Again').click();
    await offer.waitFor({ state: 'detached' });
    await workbench.clickInExplorer('later.docx');
    // Files are read in turn: once this one’s text is there, it would have been offered.
    await workbench.command('IMR: Open as Letter Text');
    await workbench.tab('later.txt').waitFor();
    await letterText();
    assert.equal(await offer.count(), 0);
  });

  it('exports a letter to Word with its findings, beside it', async () => {
    await workbench.quickOpen(withSlips);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    await workbench.command('IMR: Export…');
    await workbench.choose(/^Word with \d+ findings as comments/);
    await workbench.acceptPath(new RegExp(`${withSlips.replace(/[()]/g, '\\$&')}\\.docx$`));
    await workbench.page.locator('.statusbar-item', { hasText: `Exported to ${withSlips}.docx` }).waitFor();
    assert.match(await takeSample(`${withSlips}.docx`), /^PK[\s\S]*word\/comments\.xml/);
  });

  it('checks all letters of the folder at once, and reads the result', async () => {
    await workbench.command('IMR: Check All Letters in the Workspace');
    const { page } = workbench;
    await page
      .locator('.statusbar-item', {
        hasText: /^8 letters checked: \d+ findings in \d letters; 3 PDF or Word files skipped$/,
      })
      .waitFor();
    assert.equal(await page.locator('.tab', { hasText: notOpened }).count(), 0);
    // The panel shows as many rows as have room: those of the other letters are folded.
    await workbench.command('Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list').press('Control+ArrowLeft');
    await page.locator('.markers-panel .monaco-list-row', { hasText: notOpened }).waitFor();
  });

  it('was never interrupted by a message', async () => {
    assert.deepEqual(await workbench.toasts().allTextContents(), []);
  });
});

const pastedLetter = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is Board Certified in Family Practice and is licensed to practice in California.

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case file:
The injured worker is a 30-year-old female with a sprained wrist.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:
`;

/** The rows' texts, as soon as they hold what is looked for. */
async function texts(rows: Locator, hold: (texts: string[]) => boolean): Promise<string[]> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const shown = await rows.allTextContents();
    if (hold(shown)) return shown;
    assert.ok(Date.now() < deadline, `only ${shown.join(' | ')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
