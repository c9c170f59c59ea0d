import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder in which programs run. What hangs is a failure. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'imr-cli-'));

  write(name: string, text: string | Buffer): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  run(command: string, args: readonly string[], input?: string | Buffer): Ended {
    const options = {
      cwd: this.folder,
      encoding: 'utf8',
      timeout: 60_000,
      ...(input !== undefined && { input }),
    } as const;
    const { status, stdout, stderr } = spawnSync(command, args, options);
    return { status, out: stdout, err: stderr };
  }

  readonly imr = (...args: readonly string[]): Ended => this.run(process.execPath, [IMR, ...args]);

  /** In a shell, in which `imr` is the command. */
  readonly shell = (line: string): Ended =>
    this.run('bash', ['-c', `imr() { "${process.execPath}" "${IMR}" "$@"; }; export -f imr; set -o pipefail; ${line}`]);

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
