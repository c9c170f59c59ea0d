import type { Workbench } from '../../scripts/vscode/workbench.mjs';
import { openWorkbench, pictureEach, takeSample } from './surroundings.ts';

const withSlips = '5 Medications (with slips)';

describe('An editor who decides about a finding', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());
  pictureEach(() => workbench);

  it('puts it aside with a reason, which may not be blank, and takes that back', async () => {
    const { page } = workbench;
    await workbench.quickOpen(withSlips);
    const findings = page.locator('.statusbar-item', { hasText: /\d+ findings/ });
    await findings.waitFor();
    const before = Number(/(\d+) findings/.exec((await findings.textContent()) ?? '')?.[1]);
    await workbench.command('Go to Next Problem in Files');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    const focused = page.locator('.action-widget .monaco-list-row.focused');
    await focused.waitFor();
    while (!/^Put aside/.test((await focused.getAttribute('aria-label')) ?? '')) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const box = page.locator('.quick-input-widget');
    await box.getByText('Your team reads the reason').waitFor();
    await page.keyboard.press('Enter');
    await box.getByText('Give a reason in a few words').waitFor();
    await page.keyboard.type('Confirmed by the reviewer');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: `${before - 1} findings` }).waitFor();
    const notice = workbench.toasts().filter({ hasText: 'Put aside in .imr-ignore.json' });
    await notice.getByText('Undo').click();
    await page.locator('.statusbar-item', { hasText: `${before} findings` }).waitFor();
    await takeSample('.imr-ignore.json');
  });
});
