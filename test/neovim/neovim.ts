import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const NEOVIM = process.env['IMR_NEOVIM'] ?? 'nvim';

/** A real Neovim without a screen, which is controlled from outside in its own language, Lua. */
export class Neovim {
  readonly #address: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  /**
   * @param folder where it is started, and where it keeps what it writes
   * @param init the file of a user's own settings
   * @param path where programs are
   */
  constructor(folder: string, init: string, path: string) {
    this.#address = join(folder, 'neovim.pipe');
    const env = { ...process.env, PATH: path, HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder };
    const args = ['--headless', '-u', init, '-i', 'NONE', '-n', '--listen', this.#address];
    this.#child = spawn(NEOVIM, args, { cwd: folder, env, stdio: 'ignore' });
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
  }

  /** Whether it has started, and obeys. */
  get isReady(): boolean {
    return this.#ask('1').trim() === '1';
  }

  /**
   * What a Lua function without parameters returns.
   * @param body of the function
   */
  lua(body: string): unknown {
    const source = `vim.json.encode({ value = (function() ${body} end)() })`;
    const answer = this.#ask(`luaeval(${JSON.stringify(source)})`);
    const { value }: { readonly value?: unknown } = JSON.parse(answer);
    return value;
  }

  /** What a person types after the colon. */
  command(line: string): void {
    this.lua(`vim.cmd(${JSON.stringify(line)})`);
  }

  #ask(expression: string): string {
    const { stdout, stderr } = spawnSync(NEOVIM, ['--server', this.#address, '--remote-expr', expression], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    // It answers on standard error where it has no screen of its own.
    return stdout === '' ? stderr : stdout;
  }

  async quit(): Promise<void> {
    this.#ask('execute("qall!")');
    const hangs = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await this.#ended;
    clearTimeout(hangs);
  }
}
