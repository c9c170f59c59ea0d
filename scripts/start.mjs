// @ts-check
// `npm start`: builds the extension, and opens VS Code on the sample letters.
// `npm start -- [--embedded] [--port N] [FOLDER]`
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installEmbedded, startEmbedded } from './vscode/embedded.mjs';
import { build, packageExtension } from './vscode/extension.mjs';
import { cacheRoot, projectRoot, requireNode, run, runScript, SetupError } from './vscode/setup.mjs';

runScript(async () => {
  const { folder, port, embedded } = readArguments();
  requireNode();
  if (!embedded && port === undefined && (await openDesktop(folder))) return;
  await openEmbedded(folder, port);
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { embedded: { type: 'boolean', default: false }, port: { type: 'string' } },
      allowPositionals: true,
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new SetupError(`'${values.port}' is no port: --port takes a number from 1 to 65535.`);
    }
    return {
      folder: path.resolve(positionals[0] ?? path.join(projectRoot, 'samples')),
      port,
      embedded: values.embedded,
    };
  } catch (error) {
    throw error instanceof SetupError ? error : new SetupError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Opens the user's own VS Code, with the extension running from this folder.
 * @param {string} folder
 * @returns {Promise<boolean>} whether there is one that can be opened from here
 */
async function openDesktop(folder) {
  // Linux without a screen; and a terminal inside a remote VS Code, whose 'code' cannot run an extension from a folder.
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI } = process.env;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) return false;
  if (VSCODE_IPC_HOOK_CLI !== undefined) return false;

  // On Windows 'code' is a batch file, which only a shell starts, and a shell takes paths apart at their spaces.
  const shell = process.platform === 'win32';
  const quoted = (/** @type {string} */ argument) => (shell ? `"${argument}"` : argument);
  const found = await run('code', ['--version'], { shell }).catch(() => ({ code: 1 }));
  if (found.code !== 0) return false;

  await build();
  // VS Code refuses to run as root with root's own profile.
  const profile = path.join(cacheRoot, 'desktop');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${quoted(profile)}`] : [];
  const { code, output } = await run(
    'code',
    [`--extensionDevelopmentPath=${quoted(projectRoot)}`, ...asRoot, quoted(folder)],
    { shell },
  );
  if (code !== 0) throw new SetupError(`VS Code could not be opened; it said:\n${output.trim()}`);
  console.log(`
Your VS Code is opening on ${path.relative(process.cwd(), folder) || folder}, with the extension active in that window.
Open a letter from the list on the left: its outline is below the list, its findings are in the Problems panel.
`);
  return true;
}

/**
 * Serves the embedded VS Code until Ctrl-C.
 * @param {string} folder
 * @param {number | undefined} port
 */
async function openEmbedded(folder, port) {
  await installEmbedded();
  const vsix = await packageExtension();
  const server = await startEmbedded({ profile: path.join(cacheRoot, 'start'), port, vsix });
  console.log(`
VS Code is ready for your browser, on this computer only:

    ${server.url(folder)}

Open a letter from the list on the left: its outline is below the list, its findings are in the Problems panel
(Ctrl+Shift+M). Press Ctrl+C here when you are done.
`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await server.stop();
}
