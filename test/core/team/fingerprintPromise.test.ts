/**
 * What a team put aside with the first version of the program stays aside: `fingerprintsV1/` holds letters, and what that
 * version wrote for all that it found in them. What is in these files is never changed; letters may be added, with what that version writes for them.
 *
 * Where this fails, a rule marks other words than it did, or relates other places, or the reader of letters takes another
 * stretch for an issue's treatment: the findings of the named rule would come back in every folder in which they were put
 * aside. Let the rule name its former places (`Finding.formerly`). Where that cannot be done, CHANGELOG.md says which rule
 * has to be put aside again, and the letter is in `BROKEN` with the reason.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { fingerprint, guessedFingerprints } from '../../../server/src/team/fingerprint.ts';
import { letterNames } from '../../../server/src/team/letterNames.ts';
import { type PutAsideEntry, readPutAside, sortOut } from '../../../server/src/team/putAside.ts';
import { shippedDictionary } from '../support/dictionary.ts';

/** Findings that an entry of the first version does not hold back any more: 'letter: rule', and why. */
const BROKEN: Readonly<Record<string, string>> = {
  '1 Shoulder and back (with slips), with page numbers and page breaks: visits-exceed-guideline':
    'it was about 14 visits, six of them a page number',
  '1 Shoulder and back (with slips), with invisible marks: missing-citation':
    'it was about another issue: the labels of this one were not read',
};

/** Rules of which no finding of the first version is left in these letters, and why. */
const SILENT: Readonly<Record<string, string>> = {
  'late-determination': 'the 15 days for the documents count now, and the letters of that time were within them',
  'no-disputed-issue':
    'one letter is read now, invisible marks and all; the other one’s empty section is empty-section’s finding',
};

const read = (file: string) => JSON.parse(readFileSync(new URL(`./fingerprintsV1/${file}`, import.meta.url), 'utf8'));
const { blocks, letters }: { blocks: Record<string, string[]>; letters: Record<string, string[]> } =
  read('letters.json');
const baseline: Record<string, object[]> = read('baseline.json');
const context = { ...defaultContext(), dictionary: await shippedDictionary() };

const sorted = Object.entries(letters).map(([name, lines]) => {
  const letter = parseDetermination(lines.flatMap((line) => blocks[line] ?? [line]).join('\n'));
  const { entries, entriesOf } = readPutAside(JSON.stringify({ putAside: baseline[name] }));
  const reports = checkDetermination(letter, RULES, {}, context);
  return {
    name,
    letter,
    entries,
    ...sortOut(letter, reports, entriesOf(letterNames(letter, 'letter.txt')), () => false),
  };
});

const rulesOf = (entries: readonly PutAsideEntry[]): ReadonlySet<string> => new Set(entries.map(({ rule }) => rule));

it('the first version’s fingerprints lean on nothing that may change', () => {
  const frozen = readFileSync(new URL('../../../server/src/team/fingerprintV1.ts', import.meta.url), 'utf8');
  expect([...frozen.matchAll(/^(?:import|export) .*from '(.*)';$/gm)].map(([, from]) => from)).toEqual([
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
  ]);
});

describe('what was put aside with the first version', () => {
  it('is there to be tried: every rule of that time, in many letters', () => {
    const entries = sorted.flatMap((each) => each.entries);
    expect(sorted.length).toBe(205);
    expect(entries.length).toBe(457);
    expect(rulesOf(entries).size).toBe(43);
  });

  it('is not shown again', () => {
    const back = sorted.flatMap(({ name, shown, unused }) =>
      shown
        // A finding of a rule whose entries all apply is one that the first version did not have.
        .filter(({ rule }) => unused.some((entry) => entry.rule === rule.name))
        .filter(({ rule }) => BROKEN[`${name}: ${rule.name}`] === undefined)
        .map(({ rule, message }) => `${name}: ${rule.name}: ${message}`),
    );
    expect(back).toEqual([]);
  });

  it('is not shown under another rule’s name', () => {
    const takenOver = sorted.flatMap(({ name, letter, shown, unused }) =>
      shown.flatMap((report) =>
        unused
          .filter(({ rule, fingerprint: print }) => {
            const asBefore = { ...report, rule: { ...report.rule, name: rule } };
            return [fingerprint(letter, asBefore), ...guessedFingerprints(letter, asBefore)].includes(print);
          })
          .map(({ rule }) => `${name}: ${rule} is ${report.rule.name} now, without a word in “formerly”`),
      ),
    );
    expect(takenOver).toEqual([]);
  });

  it('is found still, for every rule', () => {
    const met = new Set(
      sorted.flatMap(({ entries, unused }) => entries.filter((each) => !unused.includes(each)).map(({ rule }) => rule)),
    );
    const silent = [...rulesOf(sorted.flatMap((each) => each.entries))].filter(
      (rule) => !met.has(rule) && SILENT[rule] === undefined,
    );
    expect(silent).toEqual([]);
  });
});
