import fc from 'fast-check';
import { expect, it } from 'vitest';
import { teamDiagnostics } from '../../../server/src/features/teamDiagnostics.ts';
import { addWord } from '../../../server/src/team/addWord.ts';
import { applied, type FileChange } from '../../../server/src/team/fileChange.ts';
import { layGuidelines, readGuidelines } from '../../../server/src/team/guidelineFile.ts';
import { type PutAside, readPutAside } from '../../../server/src/team/putAside.ts';
import { addEntries, removeEntries } from '../../../server/src/team/putAsideEdits.ts';
import { readTeamConfig } from '../../../server/src/team/teamConfig.ts';

const ENTRY: PutAside = { rule: 'grammar', letter: 'a.txt', reason: '', date: '', fingerprint: `v1:${'0'.repeat(32)}` };

/** Pieces of which the files of teams are made, and what may be between them by mistake. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    '\\',
    '//',
    '/*',
    '*/',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\uFEFF',
    '\uFFFD',
    '\u0000',
  ],
  ...[
    '"putAside"',
    '"rules"',
    '"guidelines"',
    '"files"',
    '"dictionary"',
    '"words"',
    '"limits"',
    '"editions"',
    '"name"',
    '"id"',
  ],
  ...[
    'null',
    'true',
    '1e999',
    '-',
    '0.5',
    '"off"',
    '"missing-citation"',
    '"__proto__"',
    '"constructor"',
    '"\\ud800"',
    '"\\u0000"',
  ],
  JSON.stringify(ENTRY),
  '{"rules":{"grammar":"off"}}',
  '{"putAside":[]}',
];
const sources = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.json().map((text) => text),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(fc.constantFrom(...PIECES), fc.nat(200), fc.constantFrom(...PIECES))
    .map(([piece, times, last]) => `${piece.repeat(times)}${last}`),
);

it('any text is read as each kind of file, its mistakes lie in it, and a change of it adds or removes what it says', () => {
  fc.assert(
    fc.property(sources, (source) => {
      const config = readTeamConfig(source, ['grammar']);
      const putAside = readPutAside(source);
      const guidelines = readGuidelines(source);
      // The shipped facts are laid again each time, which takes longer than all the rest.
      const laid = guidelines.rows.size === 0 ? [] : layGuidelines([guidelines]).problems;
      for (const problems of [config.problems, putAside.problems, guidelines.problems, ...laid]) {
        for (const { span, message } of problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          // The end of what does not end is anyone's guess; where there is no text, it is shown at its start.
          expect(span.start).toBeLessThanOrEqual(source.length);
          expect(message).not.toBe('');
        }
        for (const { range } of teamDiagnostics(source, problems))
          expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
      }
      const read = (text: string): readonly PutAside[] => readPutAside(text).entries;
      const after = (change: FileChange): string => (change.kind === 'edits' ? applied(source, change.edits) : source);
      const added = addEntries(source, [ENTRY]);
      if (added.kind === 'edits') expect(read(after(added))).toHaveLength(putAside.entries.length + 1);
      const removed = removeEntries(source, putAside.entries);
      if (removed.kind === 'edits') expect(read(after(removed))).toEqual([]);
      const worded = addWord(source, 'neurowidget');
      if (worded.kind === 'edits')
        expect(readTeamConfig(after(worded), []).words).toEqual([...config.words, 'neurowidget']);
    }),
    { numRuns: 1000 },
  );
});
