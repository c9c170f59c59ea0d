import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, FrameLocator } from 'playwright-core';
import { Workbench } from '../../scripts/vscode/workbench.mjs';

/** What the runner prepares for the tests. */
export interface Surroundings {
  readonly browser: Browser;
  /** Opens VS Code, with the extension installed, on a copy of the sample letters. */
  readonly address: string;
  /** Opens VS Code for the Web on the same. */
  readonly webAddress: string;
  /** That folder. */
  readonly samples: string;
  /** The folder for screenshots. */
  readonly screenshots: string;
  /** The program text of axe-core. */
  readonly axe: string;
  /** Words in the titles of the tests that are run; all are where it is not set. */
  readonly only: string | undefined;
}

let current: Surroundings | undefined;

export function surround(surroundings: Surroundings): void {
  current = surroundings;
}

/** A fresh window of VS Code on the sample letters. */
export function openWorkbench(): Promise<Workbench> {
  assert.ok(current);
  return Workbench.open(current.browser, current.address);
}

/** The same in VS Code for the Web. */
export function openWebWorkbench(): Promise<Workbench> {
  assert.ok(current);
  return Workbench.open(current.browser, current.webAddress);
}

/** The number of the first line of a sample letter that holds a text, 1-based. */
export async function lineOf(name: string, text: string): Promise<number> {
  assert.ok(current);
  const lines = (await readFile(path.join(current.samples, `${name}.txt`), 'utf8')).split('\n');
  const index = lines.findIndex((line) => line.includes(text));
  assert.ok(index >= 0, `${name} has no ‘${text}’`);
  return index + 1;
}

/** What a file in the folder of the samples holds. */
export function sampleText(name: string): Promise<string> {
  assert.ok(current);
  return readFile(path.join(current.samples, name), 'utf8');
}

/** Takes a file out of the folder of the samples. What it held, each byte as a character. */
export async function takeSample(name: string): Promise<string> {
  assert.ok(current);
  const file = path.join(current.samples, name);
  const bytes = await readFile(file, 'latin1');
  await rm(file);
  return bytes;
}

/** Puts aside all that is found in a sample letter, as the command line does. */
export function putAside(name: string, reason: string): void {
  assert.ok(current);
  const imr = path.join(__dirname, '../imr.cjs');
  const { status } = spawnSync(process.execPath, [imr, 'baseline', name, '--reason', reason], { cwd: current.samples });
  assert.equal(status, 0);
}

/** After each test of the group: a picture of the window, in dist/screenshots, called like the test. */
export function pictureEach(workbench: () => Workbench): void {
  afterEach(async function () {
    assert.ok(current);
    const name = (this.currentTest?.fullTitle() ?? 'unnamed').replace(/\W+/g, '-');
    await workbench().page.screenshot({ path: path.join(current.screenshots, `${name}.png`) });
  });
}

/** What axe-core finds wrong with the page in a view. */
export async function violationsIn(view: FrameLocator): Promise<readonly string[]> {
  assert.ok(current);
  const frame = await (await view.locator('body').elementHandle())?.ownerFrame();
  assert.ok(frame);
  // Not as an element of the page, whose policy would refuse it.
  const { violations }: { readonly violations: readonly Violation[] } = await frame.evaluate(
    `(() => { ${current.axe}; return window.axe.run(); })()`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
