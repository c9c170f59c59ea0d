import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { REPORT_AS, WORKSPACE_REPORT } from '../../server/src/protocol/messages.ts';
import type { ReportFileFormat, WorkspaceReport } from '../../server/src/protocol/workspaceReport.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { IMR } from '../support/program.ts';
import { Client, PULL } from './support/client.ts';

let folder: string;
let client: Client;
let onProgress: (token: string | number, kind: string) => void;

const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const report = (documents = 0): Promise<WorkspaceReport> =>
  client.connection.sendRequest(WORKSPACE_REPORT, { documents });
const reportAs = (format: ReportFileFormat): Promise<string | null> =>
  client.connection.sendRequest(REPORT_AS, { format });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imr-report-'));
  mkdirSync(join(folder, 'more'));
  write('clean.txt', CLEAN_LETTER);
  write('more/lost too.txt', LETTER_WITH_FINDINGS);
  write('notes.txt', 'Minutes of the meeting of 4 May.\n');
  onProgress = () => {};
  client = await Client.start(
    { ...PULL, window: { workDoneProgress: true } },
    (connection) => {
      connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => onProgress(token, kind));
      });
    },
    { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }] },
  );
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
});

function fingerprintsIn(sarif: string): readonly unknown[] {
  const { runs }: Log = JSON.parse(sarif);
  return runs.flatMap(({ results = [] }) =>
    results.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints?.['imr/v1'] ?? 'none']),
  );
}

describe('a report about the opened folders', () => {
  it('counts each letter of a file', async () => {
    write(
      'both.txt',
      `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\nCase Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS}`,
    );
    expect((await report()).letters).toBe(4);
    const decisions = (await reportAs('decisions')) ?? '';
    expect(decisions.split(/\r?\n/).filter((row) => /^"?both\.txt/.test(row) && /MRI/.test(row))).toHaveLength(2);
  });

  it('is the page of the command line, with buttons that lead to the letters', async () => {
    const { html, letters, findings, addresses, stopped } = await report(3);
    expect([letters, stopped]).toEqual([2, false]);
    expect(findings).toBeGreaterThan(0);
    expect(html).toContain('<title>IMR letters: report</title>');
    expect(html).toContain('data-open="more/lost too.txt"');
    expect(addresses['more/lost too.txt']).toBe(at('more/lost too.txt'));
    expect(html).toContain('3 PDF or Word files were skipped');
    expect(html).toContain('1 other file is not a letter.');
  });

  it('is about what is open as it is in the editor', async () => {
    const { findings } = await report();
    await client.open(at('more/lost too.txt'), CLEAN_LETTER);
    expect((await report()).findings).toBeLessThan(findings);
  });

  it('is saved as it was made', async () => {
    expect(await reportAs('html')).toBeNull();
    await report();
    const page = await reportAs('html');
    expect(page).toContain('<bdi>clean.txt</bdi>');
    expect(page).not.toContain('data-open="');
    expect(await reportAs('decisions')).toMatch(/^\uFEFFfile,caseNumber,decisionDate,/);
    expect(await reportAs('findings')).toMatch(/^\uFEFFfile,caseNumber,line,/);
    const sarif: unknown = JSON.parse((await reportAs('sarif')) ?? '');
    expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: expect.any(String) } } }] });
    expect(JSON.stringify(sarif)).toContain('"uri":"more/lost%20too.txt","uriBaseId":"%SRCROOT%"');
  });

  it('has the fingerprints in SARIF that the command line has', async () => {
    await report();
    const { status, stdout } = spawnSync(process.execPath, [IMR, 'check', '--format', 'sarif', folder], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    const own = fingerprintsIn((await reportAs('sarif')) ?? '');
    expect(own.length).toBeGreaterThan(0);
    expect(own).toEqual(fingerprintsIn(stdout));
  });

  it('says what was not looked at where it is stopped', async () => {
    for (let i = 0; i < 40; i++) write(`letter ${i}.txt`, CLEAN_LETTER);
    onProgress = (token, kind) => {
      if (kind !== 'begin') return;
      void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    };
    const { html, stopped, letters } = await report();
    expect(stopped).toBe(true);
    expect(letters).toBeLessThan(42);
    expect(html).toMatch(/The report was stopped: \d+ files? (?:was|were) not read\./);
  });
});
