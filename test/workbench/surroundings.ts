import * as assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { Workbench } from '../../scripts/vscode/workbench.mjs';

/** What the runner prepares for the tests. */
export interface Surroundings {
  readonly browser: Browser;
  /** Opens VS Code, with the extension installed, on a copy of the sample letters. */
  readonly address: string;
  /** The folder for screenshots. */
  readonly screenshots: string;
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

/** Keeps a picture of the window in dist/screenshots. */
export async function screenshot(workbench: Workbench, name: string): Promise<void> {
  assert.ok(current);
  await workbench.page.screenshot({ path: path.join(current.screenshots, `${name}.png`) });
}
