// @ts-check
// Takes the README's pictures into docs/images/, in a real VS Code on the invented sample letters.
// `npm run screenshots [-- NAMES]`: those of these names; all where none is named.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchFetchedBrowser } from './vscode/browser.mjs';
import { installEmbedded, startEmbedded } from './vscode/embedded.mjs';
import { packageExtension } from './vscode/extension.mjs';
import { writePicture } from './vscode/pictures.mjs';
import { projectRoot, runScript } from './vscode/setup.mjs';
import { Workbench } from './vscode/workbench.mjs';

const images = path.join(projectRoot, 'docs/images');
const size = { width: 1360, height: 850, scale: 1.5 };

/** The pictures that are kept. */
const wanted = process.argv.slice(2);

/** What a picture does without. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.occurrencesHighlight': 'off',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'files.exclude': { '**/.vscode': true, 'README.md': true },
};

const withSlips = '1 Shoulder and back (with slips)';
const overTheGuideline = '4 Neck, 2014 layout (visits over the guideline)';

runScript(async () => {
  await installEmbedded();
  const vsix = await packageExtension();
  await mkdir(images, { recursive: true });
  const scratch = await mkdtemp(path.join(tmpdir(), 'imr-pictures-'));
  const browser = await launchFetchedBrowser();
  const server = await startEmbedded({ profile: path.join(scratch, 'profile'), vsix });

  /**
   * @param {string} theme
   * @param {(workbench: Workbench, samples: string) => Promise<void>} take
   */
  const inWindow = async (theme, take) => {
    const samples = path.join(scratch, theme, 'samples');
    await cp(path.join(projectRoot, 'samples'), samples, { recursive: true });
    await mkdir(path.join(samples, '.vscode'), { recursive: true });
    const file = path.join(samples, '.vscode/settings.json');
    await writeFile(file, JSON.stringify({ ...settings, 'workbench.colorTheme': theme }));
    const workbench = await Workbench.open(browser, server.url(samples), size);
    await take(workbench, samples);
    await workbench.close();
  };

  try {
    await inWindow('Default Light Modern', async (workbench, samples) => {
      await show(workbench, withSlips);
      await workbench.openProblem(1);
      await settle(workbench);
      await picture(workbench, 'overview');

      await workbench.command('View: Toggle Panel Visibility');
      await workbench.goToLine(await lineOf(samples, withSlips, 'MAXIMUS guideline: Decision'));
      const hover = await workbench.hoverOver(/Chronic.Pain.Medical/);
      await settle(workbench, { pointerStays: true });
      const box = await hover.boundingBox();
      await picture(workbench, 'hover', box ?? undefined);
    });
    await inWindow('Default Dark Modern', async (workbench) => {
      await show(workbench, overTheGuideline);
      await workbench.openProblem(1);
      await settle(workbench);
      await picture(workbench, 'dark');
    });
    await inWindow('Default Light Modern', async (workbench) => {
      await workbench.openFromExplorer(overTheGuideline);
      await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
      await workbench.command('View: Toggle Primary Side Bar Visibility');
      await workbench.command('IMR: Show Letter Summary');
      const summary = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await summary.getByRole('button', { name: /^12 visits/ }).click();
      await settle(workbench);
      await picture(workbench, 'summary');
    });
    await inWindow('Default Dark Modern', async (workbench) => {
      await workbench.openFromExplorer(withSlips);
      await workbench.language().filter({ hasText: 'IMR determination letter' }).waitFor();
      await workbench.command('IMR: Workspace Report');
      const report = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await report.getByRole('heading', { name: 'Letters to look at first' }).waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: 'Report about' }).waitFor();
      await settle(workbench);
      await picture(workbench, 'report');
    });
  } finally {
    await browser.close();
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
});

/**
 * Opens a letter, its outline and its findings.
 * @param {Workbench} workbench
 * @param {string} letter
 */
async function show(workbench, letter) {
  await workbench.openFromExplorer(letter);
  await (await workbench.outline()).first().waitFor();
  await workbench.resize({ wider: 40 });
  await workbench.resize({ view: 'Outline', up: 300 });
  await (await workbench.problems()).nth(1).waitFor();
}

/**
 * Waits until nothing moves any more: the sticky heading, the scroll bars, the highlight of a jump.
 * @param {Workbench} workbench
 * @param {{ pointerStays?: boolean }} [options] or it goes where it brings up nothing
 */
async function settle({ page }, { pointerStays = false } = {}) {
  if (!pointerStays) await page.mouse.move(size.width * 0.9, 16);
  await page.waitForTimeout(1500);
}

/**
 * @param {Workbench} workbench
 * @param {string} name
 * @param {{ x: number, y: number, width: number, height: number }} [around] only the editor around this, in CSS pixels
 */
async function picture({ page }, name, around) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const file = path.join(images, `${name}.webp`);
  if (around === undefined) {
    await writePicture(await page.screenshot(), file);
  } else {
    const editor = await page.locator('.part.editor').boundingBox();
    const [left, top] = [editor?.x ?? 0, Math.max(0, around.y - 60)];
    const [right, bottom] = [around.x + around.width + 60, around.y + around.height + 170];
    const clip = {
      x: left,
      y: top,
      width: Math.min(size.width, right) - left,
      height: Math.min(size.height, bottom) - top,
    };
    await writePicture(await page.screenshot({ clip }), file);
  }
  console.log(path.relative(projectRoot, file));
}

/**
 * @param {string} samples
 * @param {string} letter
 * @param {string} text
 * @returns {Promise<number>} the first line that holds the text, 1-based
 */
async function lineOf(samples, letter, text) {
  const lines = (await readFile(path.join(samples, `${letter}.txt`), 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
