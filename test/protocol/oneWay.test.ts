import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Diagnostic,
  ExecuteCommandRequest,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver-protocol/node';
import { isFoundInSearch } from '../../server/src/intake/letterNames.ts';
import { AWKWARD, fillAwkwardFolder, HAS_PIPES, makePipe } from '../support/awkwardFolder.ts';
import { MISSPELT_LETTER } from '../support/letters.ts';
import { Client, PUSH } from './support/client.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-one-way-'));
  fillAwkwardFolder(folder);
  if (HAS_PIPES) makePipe(join(folder, 'pipe.txt'));
  writeFileSync(join(folder, 'misspelt.txt'), MISSPELT_LETTER);
  writeFileSync(join(folder, 'named as a part.txt'), MISSPELT_LETTER.replace('tendernes', 'neurowidget'));
  writeFileSync(
    join(folder, '.imr.json'),
    JSON.stringify({ rules: { 'missing-decision': 'hint' }, dictionary: { words: ['neurowidget'] } }),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Where a finding is, its rule and its gravity. */
type Places = Readonly<Record<string, readonly string[]>>;

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** As an editor's client finds them: by their names. */
const candidates = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !statSync(join(folder, path)).isDirectory())
    .map((path) => path.split(sep).join('/'))
    .filter(isFoundInSearch);

async function byServer(): Promise<{ readonly summary: unknown; readonly places: Places }> {
  const published = new Map<string, readonly Diagnostic[]>();
  const client = await Client.start(
    PUSH,
    (connection) =>
      connection.onNotification(
        PublishDiagnosticsNotification.type,
        ({ uri, diagnostics }) =>
          void published.set(relative(folder, fileURLToPath(uri)).split(sep).join('/'), diagnostics),
      ),
    { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }] },
  );
  const uris = candidates().map((path) => pathToFileURL(join(folder, path)).href);
  const summary = await client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'imr.checkLetters',
    arguments: [uris],
  });
  await client.stop();
  const places = [...published].map(([file, diagnostics]) => [
    file,
    diagnostics.map(({ range: { start, end }, code, severity }) =>
      [start.line + 1, start.character + 1, end.line + 1, end.character + 1, code, SEVERITIES[severity ?? 0]].join(' '),
    ),
  ]);
  return { summary, places: Object.fromEntries(places) };
}

interface Checked {
  readonly file: string;
  readonly diagnostics: readonly {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly rule: string;
    readonly severity: string;
  }[];
}

function byCommand(): { readonly summary: string; readonly places: Places } {
  const run = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [IMR, 'check', ...args, '.'], { cwd: folder, encoding: 'utf8' }).stdout;
  const files: readonly Checked[] = JSON.parse(run('--format', 'json'));
  const places = files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(({ file, diagnostics }) => [
      file,
      diagnostics.map((each) =>
        [each.line, each.column, each.endLine, each.endColumn, each.rule, each.severity].join(' '),
      ),
    ]);
  return { summary: run().trim().split('\n').at(-1) ?? '', places: Object.fromEntries(places) };
}

it('Server and command line count and find the same over one folder', async () => {
  const server = await byServer();
  const command = byCommand();
  expect(server.places).toEqual(command.places);
  const letters = AWKWARD.letters.length + 2;
  const unread = AWKWARD.unreadable.length + (HAS_PIPES ? 1 : 0);
  const findings = Object.values(command.places).flat().length;
  expect(findings).toBe(AWKWARD.letters.length);
  expect(server.summary).toEqual({
    letters,
    findings,
    lettersWithFindings: findings,
    tooLarge: 1,
    unreadable: unread - 1,
    stopped: false,
  });
  expect(command.summary).toMatch(
    new RegExp(`^${letters} letters checked, ${findings} findings; .*; ${unread} files could not be read$`),
  );
});
