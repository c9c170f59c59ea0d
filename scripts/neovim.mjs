// @ts-check
// A Neovim for the tests: the machine's own, else Debian's, unpacked into a folder of this project.
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot, run, SetupError } from './vscode/setup.mjs';

const folder = path.join(cacheRoot, 'neovim');

/** Debian's Neovim, and what of its libraries a machine without an editor lacks. */
const PACKAGES = [
  ...['neovim', 'neovim-runtime', 'lua-luv', 'libluajit-5.1-2', 'libluajit-5.1-common', 'libmsgpackc2'],
  ...['libtermkey1', 'libtree-sitter0', 'libunibilium4', 'libvterm0'],
];

/** @returns {Promise<Record<string, string>>} environment variables: where Neovim is (`IMR_NEOVIM`), and what it needs */
export async function neovimSettings() {
  if (await starts('nvim', {})) return { IMR_NEOVIM: 'nvim' };
  const unpacked = path.join(folder, 'root/usr');
  const program = path.join(unpacked, 'bin/nvim');
  const settings = {
    VIMRUNTIME: path.join(unpacked, 'share/nvim/runtime'),
    LD_LIBRARY_PATH: path.join(unpacked, 'lib/x86_64-linux-gnu'),
  };
  if (!(await isThere(path.join(folder, 'installed')))) await unpack();
  if (!(await starts(program, settings))) throw new SetupError(`Neovim does not start. ${ADVICE}`);
  return { ...settings, IMR_NEOVIM: program };
}

const ADVICE = "Please install it ('apt-get install neovim' on Debian), and run this again.";

async function unpack() {
  console.log('Downloading Neovim from Debian (6 MB, once) …');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { code } = await run('apt-get', ['download', '-q', ...PACKAGES], { cwd: folder }).catch(() => ({ code: 1 }));
  if (code !== 0) throw new SetupError(`Neovim is not installed, and could not be downloaded. ${ADVICE}`);
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.deb'))) {
    await run('dpkg', ['-x', file, 'root'], { cwd: folder });
  }
  await writeFile(path.join(folder, 'installed'), '');
}

/**
 * @param {string} program
 * @param {Record<string, string>} settings
 */
async function starts(program, settings) {
  const { code } = await run(program, ['--version'], { env: { ...process.env, ...settings } }).catch(() => ({
    code: 1,
  }));
  return code === 0;
}

/** @param {string} file */
const isThere = (file) =>
  access(file).then(
    () => true,
    () => false,
  );
