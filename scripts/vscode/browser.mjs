// @ts-check
// The browser that the tests and the pictures use: one from the npm registry, which is of the time of the VS Code for the
// Web that they run; the machine's own Chromium or Chrome where nothing was fetched.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { cacheRoot, installOnce, SetupError } from './setup.mjs';

const folder = path.join(cacheRoot, 'browser');

/** The last version that runs on Node 20. */
const packages = { '@sparticuz/chromium': '143.0.4' };

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Nothing that asks, phones home, or needs a graphics card; without a sandbox it runs as root, and it opens loopback only. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether one is here, so that nothing has to be fetched. */
export const hasBrowser = () => [...installed, path.join(folder, 'chromium')].some((file) => existsSync(file));

/**
 * The browser from the registry, fetched where it is not here yet: views of VS Code for the Web stay empty in a much newer
 * one. The machine's own where it cannot be fetched.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchFetchedBrowser() {
  try {
    await installBrowser();
  } catch (error) {
    if (!installed.some((file) => existsSync(file))) throw error;
  }
  return launchBrowser();
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  const executable = path.join(folder, 'chromium');
  const own = installed.find((file) => existsSync(file));
  if (own !== undefined && !existsSync(executable)) return launch(own, {});

  await installBrowser();
  const env = existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  try {
    return await launch(executable, env);
  } catch {
    // A machine without NSS: the package brings its own (used only then, as it wants a new enough C library).
    return launch(executable, { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') });
  }
}

async function installBrowser() {
  await installOnce(folder, packages, {
    what: 'a browser for the tests (70 MB)',
    finish: async () => {
      // The package unpacks itself into the temporary folder; here it is kept, and is this user's own.
      const { TMPDIR } = process.env;
      process.env['TMPDIR'] = folder;
      const home = path.join(folder, 'node_modules/@sparticuz/chromium');
      const { default: unpacked } = await import(pathToFileURL(path.join(home, 'build/esm/index.js')).href);
      const { inflate } = await import(pathToFileURL(path.join(home, 'build/esm/lambdafs.js')).href);
      await unpacked.executablePath();
      await inflate(path.join(home, 'bin/al2023.tar.br'));
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    },
  });
}

/**
 * @param {string} executablePath
 * @param {Record<string, string>} env
 */
async function launch(executablePath, env) {
  try {
    return await chromium.launch({ executablePath, args: quiet, headless: true, env: { ...process.env, ...env } });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 12).join('\n') : String(error);
    throw new SetupError(`The browser ${executablePath} could not be started:\n${reason}`);
  }
}
