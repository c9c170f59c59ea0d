import { expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { putAsideItems } from '../../../server/src/features/putAsideItems.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { fingerprint } from '../../../server/src/team/fingerprint.ts';
import { letterNames } from '../../../server/src/team/letterNames.ts';
import { readPutAside } from '../../../server/src/team/putAside.ts';
import { addEntries, removeEntries } from '../../../server/src/team/putAsideEdits.ts';
import { letterText } from './support.ts';

const LETTER = letterText({
  issues: `MRI of the neck:\n\nClaims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.

Decision rationale: There are no red flags. The request is not medically necessary.\n`,
});
const determination = parseDetermination(LETTER);
const reports = checkDetermination(determination, RULES, {}, defaultContext());
const [first] = reports.filter(({ rule }) => rule.name === 'missing-decision');
if (first === undefined) throw new Error('It is found.');
const entry = {
  rule: 'missing-decision',
  letter: 'cm17-0990001',
  reason: 'asked the reviewer',
  date: '2026-03-14',
  fingerprint: fingerprint(determination, first),
};

const FILE = 'file:///letters/.imr-ignore.json';
const itemsOf = (source: string, isOpen: boolean) =>
  putAsideItems(
    FILE,
    readPutAside(source).entries,
    isOpen
      ? [{ uri: 'file:///letters/a.txt', names: letterNames(determination, 'a.txt'), determination, putAside: [first] }]
      : [],
  );

it('what was put aside, why, when, and by whom', () => {
  const source = JSON.stringify({
    putAside: [
      { ...entry, by: 'J. R.' },
      { ...entry, rule: 'gone-rule' },
    ],
  });
  expect(itemsOf(source, false)).toEqual([
    { ...entry, file: FILE, title: 'An issue has no decision (Upheld or Overturned)', by: 'J. R.', open: null },
    { ...entry, file: FILE, rule: 'gone-rule', title: 'gone-rule', by: '', open: null },
  ]);
});

it('with its words where its letter is open, and without where they are not found any more', () => {
  const source = JSON.stringify({ putAside: [entry, { ...entry, fingerprint: `v1:${'0'.repeat(32)}` }] });
  const [found, gone] = itemsOf(source, true);
  const { line } = determination.text.lines.positionAt(first.span.start);
  expect(found?.open).toMatchObject({ uri: 'file:///letters/a.txt', words: 'MRI of the neck', place: { line } });
  expect(gone?.open).toEqual({ uri: 'file:///letters/a.txt', words: '', place: null });
});

it('who put it aside is written where she wishes to be named, and such an entry is taken out again', () => {
  const added = addEntries('', [{ ...entry, by: 'J. R.' }]);
  if (added.kind !== 'edits') throw new Error('It is added.');
  const text = added.edits[0]?.newText ?? '';
  expect(text).toContain('"date": "2026-03-14", "by": "J. R.", "fingerprint"');
  expect(removeEntries(text, readPutAside(text).entries)).toMatchObject({ kind: 'edits', count: 1 });
  const unnamed = addEntries('', [entry]);
  expect(JSON.stringify(unnamed)).not.toContain('by');
});
