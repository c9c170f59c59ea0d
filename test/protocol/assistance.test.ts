import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  ConfigurationRequest,
  DefinitionRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentLinkRequest,
  FileChangeType,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Registration,
  RegistrationRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol/node';
import { Client, PULL } from './support/client.ts';

const LETTER = `Case Number:          CM17-0990001
Date Assigned:        01/12/2017                      Date of Injury:      11/03/2016
Decision Date:        02/15/2017                      UR Denial Date:      12/22/2016
Priority:             Standard                        Application          01/06/2017
                                                      Received:

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: Oregon
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
The injured worker is a 51 year old male with invented strain of the knee. He has completed 12
sessions of physical therapy. On 12/22/2016, Utilization Review denied the request.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Physical therapy 2 times a week for 4
weeks for the left knee: Overturned

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg, at https://www.example.org/odg.htm.

Decision rationale: There is a flare-up. The request is medically necessary.
`;
const OWN = {
  name: 'Figures of our license',
  limits: [
    {
      id: 'our-knee',
      chapter: 'odg-knee',
      condition: 'Invented strain',
      terms: ['invented strain'],
      categories: ['physical-therapy'],
      kind: 'total',
      visitsMax: 15,
      weeksMax: 5,
      source: 'our license',
      certainty: 'seen',
    },
  ],
};
const CAPABILITIES: ClientCapabilities = {
  ...PULL,
  workspace: {
    configuration: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

let folder: string;
let settings: Record<string, unknown>;
let client: Client;
let refreshes: string[];
let messages: string[];
let registrations: Registration[];
let published: Map<string, readonly Diagnostic[]>;

const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const write = (name: string, value: unknown): void =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const letter = (): string => at('a.txt');
const textDocument = (): { uri: string } => ({ uri: letter() });
const placeOf = (words: string): Position => {
  const before = LETTER.slice(0, LETTER.indexOf(words)).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-assistance-'));
  settings = {};
  refreshes = [];
  messages = [];
  registrations = [];
  published = new Map();
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const prepare = (connection: ProtocolConnection): void => {
    connection.onRequest(RegistrationRequest.type, (params) => void registrations.push(...params.registrations));
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => settings[section ?? ''] ?? null),
    );
    connection.onRequest(CodeLensRefreshRequest.type, () => void refreshes.push('lens'));
    connection.onRequest(InlayHintRefreshRequest.type, () => void refreshes.push('hint'));
    connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshes.push('diagnostics'));
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      published.set(params.uri, params.diagnostics);
    });
  };
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'letters' }];
  client = await Client.start(CAPABILITIES, prepare, { workspaceFolders });
  await client.open(letter(), LETTER);
}

const lenses = async (): Promise<readonly (string | undefined)[]> =>
  ((await client.connection.sendRequest(CodeLensRequest.type, { textDocument: textDocument() })) ?? []).map(
    ({ command }) => command?.title,
  );
const hints = async (): Promise<readonly unknown[]> => {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  return (
    (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: textDocument(), range })) ?? []
  ).map(({ label, position }) => [label, position.line]);
};
const changed = (name: string): Promise<void> =>
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: at(name), type: FileChangeType.Changed }],
  });

describe('beside the text', () => {
  it('shows the ledger of visits above its issue and the total after a frequency', async () => {
    write('own.json', OWN);
    settings = { 'imr.guidelines.files': ['own.json'] };
    await start();
    expect(await lenses()).toEqual(['8 requested + 12 had = 20 · guideline: 15 visits over 5 weeks · 5 over']);
    expect(await hints()).toEqual([['= 8 visits', placeOf('weeks for the left').line]]);
  });

  it('shows nothing that is turned off, and again what is turned on', async () => {
    settings = { 'imr.codeLens.enabled': false, 'imr.inlayHints.enabled': false };
    await start();
    expect([await lenses(), await hints()]).toEqual([[], []]);
    settings = {};
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await expect.poll(() => [...refreshes].sort()).toEqual(['diagnostics', 'hint', 'lens']);
    expect([(await lenses()).length, (await hints()).length]).toEqual([1, 1]);
  });
});

describe('reading and writing', () => {
  it('hover, selection, links and colored headings come from the letter', async () => {
    await start();
    const { connection } = client;
    const position = placeOf('times a week');
    const card = await connection.sendRequest(HoverRequest.type, { textDocument: textDocument(), position });
    expect(JSON.stringify(card)).toContain('| Requested | 8 | line 21 |');
    const [selection] =
      (await connection.sendRequest(SelectionRangeRequest.type, {
        textDocument: textDocument(),
        positions: [position],
      })) ?? [];
    expect(selection?.parent?.range).toEqual({
      start: placeOf('Physical therapy 2'),
      end: { line: 21, character: 23 },
    });
    const links = await connection.sendRequest(DocumentLinkRequest.type, { textDocument: textDocument() });
    expect(links?.map(({ target }) => target)).toEqual(['https://www.example.org/odg.htm']);
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument: textDocument() });
    const heading = placeOf('Physical therapy 2');
    const conclusion = placeOf('is medically necessary');
    expect(tokens?.data).toEqual([
      ...[heading.line, 0, 37, 0, 0],
      // The reviewer’s own conclusion, that overturns.
      ...[conclusion.line - heading.line, conclusion.character, 'is medically necessary'.length, 2, 0],
    ]);
  });

  it('colors that a user has turned off are plain', async () => {
    settings = { 'imr.colors.decisions': false, 'imr.colors.headings': false };
    await start();
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: textDocument() });
    const types = (tokens?.data ?? []).filter((_, i) => i % 5 === 3);
    expect(types.length).toBeGreaterThan(3);
    expect(new Set(types)).toEqual(new Set([4]));
  });

  it('an overview, a definition and a rewrapped paragraph come from the letter', async () => {
    await start();
    const { connection } = client;
    expect(await connection.sendRequest('imr/letterOverview', { uri: letter() })).toMatchObject({
      form: 'Letter since 2014',
      decisions: '1 overturned',
      issues: [{ decision: 'Overturned', isComplete: true }],
    });
    const position = placeOf('The request is medically');
    const defined = await connection.sendRequest(DefinitionRequest.type, { textDocument: textDocument(), position });
    expect(defined).toMatchObject([{ uri: letter(), range: { start: placeOf('Physical therapy 2') } }]);
    const cleaned = await connection.sendRequest('imr/cleanText', { text: LETTER.replaceAll('\n', '\n\n') });
    expect(cleaned).toMatchObject({
      kind: 'cleaned',
      text: expect.stringContaining('12\nsessions of physical therapy'),
    });
    expect(await connection.sendRequest('imr/rewrap', { uri: letter(), position })).toBeNull();
  });

  it('completion offers chapters in force on the decision’s day; a blank opens it only where one must follow', async () => {
    await start();
    const ask = async (words: string, triggerKind: CompletionTriggerKind): Promise<readonly CompletionItem[]> => {
      const { line, character } = placeOf(words);
      const answer = await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: textDocument(),
        position: { line, character },
        context:
          triggerKind === CompletionTriggerKind.Invoked ? { triggerKind } : { triggerKind, triggerCharacter: ' ' },
      });
      return Array.isArray(answer) ? answer : (answer?.items ?? []);
    };
    const labels = (await ask('Knee Complaints', CompletionTriggerKind.TriggerCharacter)).map(({ label }) => label);
    expect(labels).toContain('Chronic Pain Medical Treatment 2016, Section(s):');
    expect(labels.join()).not.toContain('2009, Section(s): Physical');
    expect(await ask('flare-up', CompletionTriggerKind.Invoked)).toEqual([]);
    expect(await ask('worker is', CompletionTriggerKind.TriggerCharacter)).toEqual([]);
    expect(client.initializeResult.capabilities.completionProvider?.triggerCharacters).toEqual([' ']);
  });
});

describe('guideline files of one’s own', () => {
  it('of the team count for its letters; a change of one checks them again', async () => {
    write('.imr.json', { guidelines: { files: ['facts/knee.imr-guidelines.json'] } });
    await start();
    expect(await lenses()).toEqual([expect.stringContaining('guideline: 12 visits over 8 weeks · 8 over')]);
    await expect
      .poll(() => published.get(at('.imr.json')))
      .toMatchObject([{ message: expect.stringContaining('There is no file “facts/knee.imr-guidelines.json”') }]);

    write('.imr.json', { guidelines: { files: ['knee.imr-guidelines.json'] } });
    write('knee.imr-guidelines.json', OWN);
    await changed('.imr.json');
    expect(await lenses()).toEqual([expect.stringContaining('15 visits over 5 weeks · 5 over')]);
    await expect.poll(() => published.get(at('.imr.json'))).toEqual([]);
    const [pulled] =
      ((await client.pull(letter())) as { items?: readonly Diagnostic[] }).items?.filter(
        ({ code }) => code === 'visits-exceed-guideline',
      ) ?? [];
    expect(pulled?.message).toContain('15 visits over 5 weeks');

    write('knee.imr-guidelines.json', { ...OWN, limits: [{ ...OWN.limits[0], visitsMax: 30 }] });
    refreshes = [];
    await changed('knee.imr-guidelines.json');
    await expect.poll(() => [...refreshes].sort()).toEqual(['diagnostics', 'hint', 'lens']);
    expect(await lenses()).toEqual([expect.stringContaining('30 visits over 5 weeks · within')]);
  });

  it('count as they are in the editor; a mistake is marked in the file, at its place, and the rest counts', async () => {
    write('own.json', OWN);
    settings = { 'imr.guidelines.files': ['own.json'] };
    await start();
    expect(await lenses()).toEqual([expect.stringContaining('· 5 over')]);
    const wrong = JSON.stringify(
      { ...OWN, limits: [...OWN.limits, { ...OWN.limits[0], id: 'x', visitsMax: 'ten' }] },
      null,
      2,
    );
    await client.open(at('own.json'), wrong);
    await expect
      .poll(() => published.get(at('own.json')))
      .toMatchObject([
        {
          source: 'imr',
          severity: 1,
          message: '“visitsMax” must be a whole number.',
          range: { start: { line: wrong.slice(0, wrong.indexOf('"ten"')).split('\n').length - 1 } },
        },
      ]);
    expect(await lenses()).toEqual([expect.stringContaining('· 5 over')]);
    await client.close(at('own.json'));
    await expect.poll(() => published.get(at('own.json'))).toEqual([]);
    expect(registrations).toContainEqual(
      expect.objectContaining({
        registerOptions: {
          watchers: [{ globPattern: { baseUri: `${pathToFileURL(folder).href}/`, pattern: 'own.json' } }],
        },
      }),
    );
  });

  it('that do not exist are reported once', async () => {
    settings = { 'imr.guidelines.files': ['nowhere.json', 7] };
    await start();
    await lenses();
    await hints();
    await expect.poll(() => messages).toEqual([expect.stringContaining('There is no file “nowhere.json”')]);
  });

  it('are in the catalogue that is shown', async () => {
    write('.imr.json', { guidelines: { files: ['own.json'] } });
    write('own.json', OWN);
    await start();
    const shown = await client.connection.sendRequest<string>('imr/guidelineCatalogue', { uri: null });
    expect(shown).toMatch(/^# Guideline catalogue/);
    expect(shown).toContain('| 15 visits over 5 weeks (Invented strain) | physical-therapy |  | our license |');
    expect(shown).toContain('#### Chronic Pain Medical Treatment 2009');
    expect(shown).toMatch(/— in force today/);
  });
});
