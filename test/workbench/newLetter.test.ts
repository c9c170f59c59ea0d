import * as assert from 'node:assert/strict';
import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import { openWorkbench, pictureEach } from './surroundings.ts';

describe('A medical writer who starts a letter', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    // F1 knows the commands once the extensions are loaded.
    await workbench.quickOpen('2 Knee surgery (clean)');
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('answers its questions, goes back to one, and sees what is impossible', async () => {
    const { page } = workbench;
    const { keyboard } = page;
    const box = page.locator('.quick-input-widget');
    const title = (step: number) => box.locator('.quick-input-title', { hasText: `(${step}/` }).waitFor();
    const answer = async (step: number, text: string) => {
      await title(step);
      await keyboard.type(text);
      await keyboard.press('Enter');
    };
    await workbench.command('IMR: New Letter…');
    await answer(1, 'CM17-99');
    await box.getByText('A case number has CM').waitFor();
    await keyboard.press('Control+A');
    await answer(1, 'CM17-0990777');
    await answer(2, '10/23/2016');
    await answer(3, '10/1/2016');
    // A denial before the injury is remarked on, and may be right.
    await title(4);
    await box.locator('.codicon-quick-input-back').click();
    await title(3);
    await box.getByText('This is before the injury').waitFor({ state: 'hidden' });
    await keyboard.press('Control+A');
    await answer(3, '11/29/2016');
    await answer(4, '12/01/2016');
    await answer(5, '');
    await answer(6, '');
    await title(7);
    await box.locator('.monaco-list-row', { hasText: 'Standard' }).click();
    await answer(8, 'Orthopedic Surgery');
    await answer(9, 'Physical therapy 12 sessions for the right knee');
    await answer(10, '');
    await workbench.tab('CM17-0990777.txt').waitFor();
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    await page.locator('.view-line', { hasText: /Case\sNumber:\s+CM17-0990777/ }).waitFor();
    await page.locator('.view-line', { hasText: /Date\sof\sInjury:\s+10\/23\/2016/ }).waitFor();
  });

  it('sees in the status bar how it decides and how much is found', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: /1 without a decision · \d+ findings/ }).waitFor();
  });

  it('pastes a letter that came with its pages, and it arrives as plain letter text', async () => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.command('File: New Untitled Text File');
    await workbench.language().filter({ hasText: 'Plain Text' }).waitFor();
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(withPages)})`);
    await page.keyboard.press('Control+V');
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    await page.locator('.view-line', { hasText: /sprained\swrist/ }).waitFor();
    assert.equal(await page.locator('.view-line', { hasText: /Page\s2\sof\s5/ }).count(), 0);
    // So does a piece of one that is pasted into it, and one undo takes it back.
    await page.keyboard.press('Control+End');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(pieceWithPage)})`);
    await page.keyboard.press('Control+V');
    await page.locator('.view-line', { hasText: /back\sto\smodified/ }).waitFor();
    assert.equal(await page.locator('.view-line', { hasText: /Page\s3\sof\s5/ }).count(), 0);
    await page.keyboard.press('Control+Z');
    await page.locator('.view-line', { hasText: /back\sto\smodified/ }).waitFor({ state: 'detached' });
    await workbench.command('View: Close Editor');
    await page.getByRole('button', { name: "Don't Save" }).click();
  });

  it('adds an issue, and was never interrupted', async () => {
    await workbench.command('IMR: Add Issue');
    await workbench.page.locator('.statusbar-item', { hasText: '2 without a decision' }).waitFor();
    assert.deepEqual(await workbench.toasts().allTextContents(), []);
  });
});

const pieceWithPage = `The worker went back to mod-
ified duty and has had

                              Page 3 of 5
\f
no further complaints.
`;

const withPages = `HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert

reviewer is Board Certified in Family Practice and is licensed to practice in California.


CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on a review of the

case file. The injured worker is a 30-year-old female with a

                              Page 2 of 5
\f
sprained wrist.


IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:
`;
