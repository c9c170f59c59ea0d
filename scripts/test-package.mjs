// @ts-check
// Tests the packed extension as users get it: installed from its file into two versions of VS Code, and used in each.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchFetchedBrowser } from './vscode/browser.mjs';
import { installEmbedded, NEWEST, ON_NODE_20, startEmbedded } from './vscode/embedded.mjs';
import { packageExtension } from './vscode/extension.mjs';
import { projectRoot, runScript } from './vscode/setup.mjs';
import { Workbench } from './vscode/workbench.mjs';

const LETTER = '1 Shoulder and back (with slips).txt';

runScript(async () => {
  const vsix = await packageExtension();
  const browser = await launchFetchedBrowser();
  const scratch = await mkdtemp(path.join(tmpdir(), 'imr-package-'));
  let failed = false;
  try {
    for (const edition of [ON_NODE_20, NEWEST]) {
      await installEmbedded(edition);
      const place = path.join(scratch, edition.vscode);
      try {
        await use(browser, edition, place, vsix);
        console.log(`✔ works in VS Code ${edition.vscode}`);
      } catch (error) {
        failed = true;
        console.error(`✖ does not work in VS Code ${edition.vscode}:`, error);
      }
    }
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
  return failed ? 1 : 0;
});

/**
 * Opens a letter with slips, and looks whether it is known for one, outlined, checked, and explained.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./vscode/embedded.mjs').Edition} edition
 * @param {string} place a folder for it
 * @param {string} vsix
 */
async function use(browser, edition, place, vsix) {
  const samples = path.join(place, 'samples');
  await cp(path.join(projectRoot, 'samples'), samples, { recursive: true });
  const settings = path.join(samples, '.vscode/settings.json');
  const ours = JSON.parse(await readFile(settings, 'utf8'));
  // What VS Code would open of its own accord lies over the letter.
  const quiet = { 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true };
  await writeFile(settings, JSON.stringify({ ...ours, ...quiet }));
  const server = await startEmbedded({ profile: path.join(place, 'profile'), vsix, edition });
  try {
    const workbench = await Workbench.open(browser, server.url(samples));
    await workbench.openFromExplorer(LETTER);
    await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
    const problems = await workbench.problems();
    await problems.filter({ hasText: 'laterality-mismatch' }).first().waitFor();
    assert.ok((await problems.count()) > 3, 'findings in the Problems panel');
    const outline = await workbench.outline();
    await outline
      .filter({ hasText: 'CLINICAL CASE SUMMARY' })
      .or(outline.filter({ hasText: /summary/i }))
      .first()
      .waitFor();
    const letter = await readFile(path.join(samples, LETTER), 'utf8');
    await workbench.goToLine(letter.split('\n').findIndex((line) => line.endsWith(': Upheld')) + 1);
    await workbench.hoverOver(/Upheld/, 'the denial is confirmed');
    await workbench.close();
  } finally {
    await server.stop();
  }
}
