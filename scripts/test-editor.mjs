// @ts-check
// Tests in a real VS Code: inside its extension host, and from outside, as a person uses the workbench.
// `node scripts/test-editor.mjs [host] [workbench] [--only WORDS]`: both where none is named; of the tests in the
// workbench, those with these words in their titles.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { launchFetchedBrowser } from './vscode/browser.mjs';
import { installEmbedded, startEmbedded } from './vscode/embedded.mjs';
import { build, packageExtension } from './vscode/extension.mjs';
import { projectRoot, runScript } from './vscode/setup.mjs';
import { startWeb } from './vscode/web.mjs';

/** A run of the tests in the extension host takes a minute or two; one that gives no result for so long has failed. */
const hostTimeout = 300_000;

/** The report comes in color, which a file or a CI log does not show. */
const colored = (/** @type {string} */ line) => (process.stdout.isTTY ? line : stripVTControlCharacters(line));

/** The samples' README would open of its own accord at any moment of the start: over the letter just opened, too. */
const testSettings = { 'workbench.startupEditor': 'none' };

/** How test/editor/index.ts marks the lines of its report. */
const reportMark = 'test: ';

runScript(async () => {
  const { positionals: named, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
  const wants = (/** @type {string} */ suite) => named.length === 0 || named.includes(suite);

  await installEmbedded();
  await build({ tests: true });
  const browser = await launchFetchedBrowser();
  // Away from the project: VS Code would offer to open the git repository around the letters.
  const scratch = await mkdtemp(path.join(tmpdir(), 'imr-editor-'));
  try {
    let failed = false;
    if (wants('host')) failed = !(await testExtensionHost(browser, path.join(scratch, 'host'))) || failed;
    if (wants('workbench'))
      failed = !(await testWorkbench(browser, path.join(scratch, 'workbench'), values.only)) || failed;
    return failed ? 1 : 0;
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
});

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} scratch
 * @returns {Promise<boolean>} whether every test passed
 */
async function testExtensionHost(browser, scratch) {
  console.log('\nIn the extension host of VS Code');
  const workspace = path.join(scratch, 'workspace');
  await cp(path.join(projectRoot, 'test/editor/workspace'), workspace, { recursive: true });
  const server = await startEmbedded({ profile: scratch });
  const page = await browser.newPage();
  try {
    /** @type {string[]} */
    const messages = [];
    /** @type {Promise<number>} */
    const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const line = String(args[0]);
      if (line.startsWith(reportMark)) console.log(colored(line.slice(reportMark.length)));
      else messages.push([type, ...args].join(' '));
    });
    const started = Date.now();
    await page.goto(
      server.url(workspace, {
        extensionDevelopmentPath: server.uri(projectRoot),
        extensionTestsPath: server.uri(path.join(projectRoot, 'dist/test/editor.cjs')),
        skipWelcome: 'true',
      }),
    );
    const timeout = new Promise((resolve) => setTimeout(resolve, hostTimeout, undefined).unref());
    const code = await Promise.race([exit, timeout]);
    if (code !== 0) {
      if (code === undefined) console.error(`The tests gave no result within ${hostTimeout / 1000} s.`);
      await writeFile(path.join(projectRoot, 'dist/test/editor.log'), messages.join('\n'));
      console.error('What VS Code said meanwhile is in dist/test/editor.log.');
    }
    console.log(`(${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return code === 0;
  } finally {
    await page.close();
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} scratch
 * @param {string | undefined} only
 * @returns {Promise<boolean>} whether every test passed
 */
async function testWorkbench(browser, scratch, only) {
  console.log('\nIn the workbench of VS Code, with the packed extension');
  const samples = path.join(scratch, 'samples');
  await cp(path.join(projectRoot, 'samples'), samples, { recursive: true });
  const settings = path.join(samples, '.vscode/settings.json');
  await writeFile(settings, JSON.stringify({ ...JSON.parse(await readFile(settings, 'utf8')), ...testSettings }));
  await cp(path.join(projectRoot, 'test/editor/workspace/letter.docx'), path.join(samples, 'later.docx'));
  const screenshots = path.join(projectRoot, 'dist/screenshots');
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  const server = await startEmbedded({ profile: scratch, vsix: await packageExtension() });
  const web = await startWeb(samples);
  try {
    const { run } = await import(pathToFileURL(path.join(projectRoot, 'dist/test/workbench.cjs')).href);
    const surroundings = { browser, address: server.url(samples), webAddress: web.address, samples, screenshots };
    const axe = await readFile(path.join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
    return (await run({ ...surroundings, axe, only })) === 0;
  } finally {
    await web.stop();
    await server.stop();
  }
}
