// @ts-check
// What every script that needs a real VS Code shares: where things are, and failing in one plain sentence.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** Everything downloaded, and every profile, log and package made on the way. Git ignores it; deleting it is safe. */
export const cacheRoot = path.join(projectRoot, '.vscode-test');

/** A failure whose message alone says what to do: printed without a stack. */
export class SetupError extends Error {}

/**
 * Runs a script's main function; a {@link SetupError} ends it with its one sentence.
 * @param {() => Promise<number | void>} main resolves to the exit code (nothing is 0)
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** @returns {void} throws when this Node is too old for anything in the project */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new SetupError(`Node ${process.versions.node} is too old: please install Node 20 or newer from nodejs.org.`);
  }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean, env?: NodeJS.ProcessEnv, shell?: boolean }} [options] `show` passes its output through
 * @returns {Promise<{ code: number, output: string }>} the output is empty when it was shown
 */
export function run(command, args, { cwd = projectRoot, show = false, env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Installs exact versions of npm packages into a folder of their own, once. The stamp is written last, so that an
 * install that was interrupted, or that holds other versions, is thrown away and done again.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} packages name → version
 * @param {{ what: string, finish?: () => Promise<void> }} options what it is called in a message; what is left to do after npm
 */
export async function installOnce(folder, packages, { what, finish }) {
  const stamp = path.join(folder, 'installed.json');
  const wanted = JSON.stringify(packages);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;

  console.log(`Downloading ${what} from the npm registry (once) …`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // A manifest of its own, or npm would walk up and install into the project.
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  await npmInstall(
    folder,
    what,
    Object.entries(packages).map(([name, version]) => `${name}@${version}`),
  );
  await finish?.();
  await writeFile(stamp, wanted);
}

/**
 * @param {string} folder
 * @param {string} what what is being installed, for the message when it fails
 * @param {readonly string[]} args
 */
export async function npmInstall(folder, what, args) {
  // No package's own script runs: nothing is compiled, and nothing but npm packages is fetched.
  const quick = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const { code, output } = await run('npm', ['install', ...quick, ...args], { cwd: folder }).catch((error) => {
    throw new SetupError(`npm could not be started (${error.code}): please install it beside Node 20 and try again.`);
  });
  if (code === 0) return;
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network)\b/.test(output)) {
    throw new SetupError(
      `The npm registry could not be reached, so ${what} could not be downloaded: check the network and npm's registry and proxy settings, then run this again.`,
    );
  }
  if (/\bENOSPC\b/.test(output)) throw new SetupError(`The disk is full: ${what} needs about 500 MB in ${folder}.`);
  throw new SetupError(`npm could not install ${what}; it said:\n${output.trim().split('\n').slice(-8).join('\n')}`);
}
