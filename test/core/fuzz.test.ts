import { describe, expect, it } from 'vitest';
import type { CodeAction, DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import type { Determination } from '../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { codeLenses } from '../../server/src/features/codeLenses.ts';
import { completions } from '../../server/src/features/completion/completion.ts';
import { toDiagnostic } from '../../server/src/features/diagnostics.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { defaultCatalogue } from '../../server/src/guidelines/shipped.ts';
import { decodeText } from '../../server/src/intake/decodeText.ts';
import { looksLikeLetter } from '../../server/src/intake/recognition.ts';
import { checkLetter } from '../../server/src/pipeline/checkLetter.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { addWord } from '../../server/src/team/addWord.ts';
import { layGuidelines, readGuidelines } from '../../server/src/team/guidelineFile.ts';
import { nothingPutAside, readPutAside } from '../../server/src/team/putAside.ts';
import { addEntries } from '../../server/src/team/putAsideEdits.ts';
import { readTeamConfig } from '../../server/src/team/teamConfig.ts';
import { applied, noise, randomEdit, shapesOf } from '../fuzz/edits.ts';
import { Random, seedOf } from '../fuzz/random.ts';
import { LETTERS } from './fixtures/letters.ts';
import { spansOf } from './support/reading.ts';

/** `FUZZ_SEED=… npx vitest run test/core/fuzz.test.ts` makes a run again. */
const seed = seedOf(process.env['FUZZ_SEED']);
const shapes = shapesOf([...LETTERS.values()]);
const guidelines = defaultCatalogue();
const policy = { severities: {}, putAside: nothingPutAside, words: [], guidelines };
const NAMES = RULES.map(({ name }) => name);

describe(`whatever is done to a letter (seed ${seed})`, () => {
  it.each(shapes.letters.slice(0, 12).map((letter, i) => [i, letter] as const))(
    'it is read, checked and shown: letter %i',
    (i, letter) => {
      const random = new Random(seed + i);
      let text = letter;
      for (let edit = 0; edit < 40; edit++) {
        text = applied(text, randomEdit(random, text, shapes));
        looksLikeLetter(text);
        try {
          expectToHold(parseDetermination(text), random);
        } catch (error) {
          throw new Error(`after edit ${edit}`, { cause: error });
        }
      }
    },
  );
});

function expectToHold(letter: Determination, random: Random): void {
  const { source, lines } = letter.text;
  for (const [path, { start, end }] of spansOf(letter)) {
    expect(start >= 0 && start <= end && end <= source.length, `${path}: ${start}..${end}`).toBe(true);
  }
  const { shown: reports, faults } = checkLetter(letter, 'letter.txt', { policy, dictionary: null });
  expect(faults).toEqual([]);
  const diagnostics = reports.map((report) => toDiagnostic(letter, 'file:///a.txt', report, (rule) => rule));
  for (const { range, message } of diagnostics) {
    expectRange(letter, range);
    expect(message).toMatch(/\S/);
  }
  expectNested(letter, documentSymbols(letter), null);
  for (const { startLine, endLine } of foldingRanges(letter)) {
    expect(startLine < endLine && endLine < lines.lineCount).toBe(true);
  }
  for (const { range } of [...codeLenses(letter, guidelines), ...documentLinks(letter)]) expectRange(letter, range);
  expect(semanticTokens(letter).data.every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
  const at = random.below(source.length + 1);
  const position = lines.positionAt(at);
  const other = lines.positionAt(random.below(source.length + 1));
  const range = isBefore(position, other) ? { start: position, end: other } : { start: other, end: position };
  inlayHints(letter, range);
  const card = hover(letter, at, { guidelines, reports, explains: true });
  if (card?.range !== undefined) expectRange(letter, card.range);
  for (const item of completions(letter, at, { guidelines, today: '2024-05-04', asked: true })) {
    if (item.textEdit !== undefined && 'range' in item.textEdit) expectRange(letter, item.textEdit.range);
  }
  for (let each = selectionRanges(letter, [position])[0]; each !== undefined; each = each.parent) {
    expectRange(letter, each.range);
  }
  const all = { start: { line: 0, character: 0 }, end: lines.positionAt(source.length) };
  const request = {
    explains: true,
    editsTeamFiles: true,
    keepsWords: true,
    turnsDown: true,
    reopens: true,
    rulePage: (rule: string) => rule,
  };
  const found = { uri: 'file:///a.txt', version: 1, letters: [letter], reports } as const;
  for (const only of [[], ['source.fixAll']]) {
    for (const action of codeActions(found, { ...request, range: all, only })) expectToApply(letter, action);
  }
}

/** Its edits lie in the letter and apart: an editor takes all of them or none. */
function expectToApply(letter: Determination, { title, edit }: CodeAction): void {
  for (const change of edit?.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    const ranges = change.edits.flatMap((each) => ('range' in each ? [each.range] : []));
    ranges.sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end));
    for (const [i, each] of ranges.entries()) {
      expectRange(letter, each);
      const before = ranges[i - 1];
      if (before !== undefined) expect(isBefore(before.end, each.start), title).toBe(true);
    }
  }
}

function expectNested(letter: Determination, symbols: readonly DocumentSymbol[], parent: Range | null): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    expect(name).toMatch(/\S/);
    expectRange(letter, range);
    expect(isBefore(range.start, selectionRange.start) && isBefore(selectionRange.end, range.end), name).toBe(true);
    if (parent !== null) {
      expect(
        isBefore(parent.start, range.start) && isBefore(range.end, parent.end),
        JSON.stringify([parent, range, letter.layout, name]),
      ).toBe(true);
    }
    expectNested(letter, children, range);
  }
}

function expectRange({ text: { lines } }: Determination, { start, end }: Range): void {
  expect(isBefore(start, end)).toBe(true);
  for (const place of [start, end]) {
    expect(place.line < lines.lineCount).toBe(true);
    expect(lines.positionAt(lines.offsetAt(place))).toEqual(place);
  }
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
const isBefore = (a: Position, b: Position): boolean => compare(a, b) <= 0;

describe(`whatever is in a file (seed ${seed})`, () => {
  it('its bytes are decoded, or it is not a text', () => {
    const random = new Random(seed);
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.from(
        random.oneOf(shapes.letters) ?? '',
        random.oneOf(['utf8', 'utf16le', 'latin1']),
      ).subarray(random.below(50), random.between(60, 3000));
      for (let flips = random.below(20); flips > 0; flips--) bytes[random.below(bytes.length)] = random.below(256);
      const marked = random.onceIn(3) ? Buffer.concat([random.oneOf(MARKS), bytes]) : bytes;
      const decoded = decodeText(marked);
      if (decoded.kind === 'text') expectToHold(parseDetermination(decoded.text), random);
      else expect(decoded.format).toMatch(/\w/);
    }
  });

  it.each(TEAM_FILES())('a team’s file is read as far as it can be: %#', (source) => {
    const random = new Random(seed);
    const jsonShapes = shapesOf([
      source,
      '{"a": [1, 2, {"b": null}]}',
      '// a comment\n/* another',
      '[[[[',
      '{{{{"": "',
    ]);
    let text = source;
    for (let i = 0; i < 100; i++) {
      text = random.onceIn(10) ? source : applied(text, randomEdit(random, text, jsonShapes));
      if (random.onceIn(20)) text += noise(random).repeat(50);
      const problems = [
        ...readTeamConfig(text, NAMES).problems,
        ...readPutAside(text).problems,
        ...layGuidelines([readGuidelines(text)]).problems.flat(),
      ];
      for (const { span, message } of problems) {
        expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        expect(message).toMatch(/^\S.*\S$/s);
      }
      addWord(text, 'word');
      addEntries(text, [{ rule: 'grammar', letter: 'a', fingerprint: 'v1:x', reason: '', date: '2024-05-04' }]);
    }
  });
});

const MARKS: readonly [Buffer, ...Buffer[]] = [
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xfe, 0xff]),
  Buffer.from('%PDF-1.7'),
  Buffer.from('{\\rtf1'),
];

function TEAM_FILES(): readonly string[] {
  return [
    { rules: { grammar: 'off' }, dictionary: { words: ['a'] }, guidelines: { files: ['x.json'] } },
    { putAside: [{ rule: 'grammar', letter: 'CM17-0990001', fingerprint: 'v1:x', reason: 'so', date: '2024-05-04' }] },
    {
      name: 'Ours',
      chapters: [{ id: 'ours', publisher: 'ODG', name: 'Ours', source: 'us', certainty: 'seen' }],
      limits: [{ id: 'a', chapter: 'ours', kind: 'total', visitsMax: 15, source: 'us', certainty: 'seen' }],
    },
  ].map((file) => JSON.stringify(file, null, 2));
}
