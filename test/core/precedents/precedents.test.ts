import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { type IssueEntry, type LetterEntry, letterEntry } from '../../../server/src/precedents/letterEntry.ts';
import { likeness } from '../../../server/src/precedents/likeness.ts';
import { issueAt, precedents } from '../../../server/src/precedents/precedents.ts';
import { letterText } from '../features/support.ts';

const CHRONIC = `Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.
`;
const issue = (heading: string, rationale = 'The request is not medically necessary.', cited = CHRONIC): string =>
  `${heading}\n\n${cited}\nDecision rationale: ${rationale}\n\n`;

function entryOf(issues: string, caseNumber = 'CM17-0990001'): LetterEntry {
  const text = letterText({ issues }).replace('CM17-0990001', caseNumber);
  const entry = letterEntry(parseDetermination(text), defaultCatalogue());
  if (entry === null) throw new Error('It is a letter.');
  return entry;
}

const issueOf = (heading: string): IssueEntry => {
  const [only] = entryOf(issue(heading)).issues;
  if (only === undefined) throw new Error('It has an issue.');
  return only;
};

describe('what is kept of a letter', () => {
  it('is what its decisions are found by', () => {
    const entry = entryOf(
      issue(
        'Physical therapy 2 times a week for 4 weeks for the neck: Upheld',
        'There is no documentation of functional improvement. There are no red flags. The request is not medically necessary.',
      ),
    );
    expect(entry).toEqual({
      part: null,
      line: 1,
      caseNumber: 'CM17-0990001',
      decisionDate: '2017-02-15',
      issues: [
        {
          line: 19,
          endLine: 25,
          treatment: 'Physical therapy 2 times a week for 4 weeks for the neck',
          category: 'physical-therapy',
          names: ['physical therapy'],
          drugClasses: [],
          bodyParts: ['neck'],
          decision: 'upheld',
          visits: 8,
          guidelines: ['MTUS Chronic pain'],
          conclusion: 'The request is not medically necessary.',
          missing: ['functional improvement', 'red flags'],
        },
      ],
    });
  });

  it('is plain data, and nothing of a text that is no letter', () => {
    const entry = entryOf(issue('MRI of the knee: Upheld'));
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
    expect(letterEntry(parseDetermination('Minutes'), defaultCatalogue())).toBeNull();
  });
});

describe('how alike two issues are', () => {
  const alike = (a: string, b: string): number => likeness(issueOf(a), issueOf(b));
  const NORCO = 'Norco 10/325 mg #60: Upheld';

  it('the same is wholly alike', () => {
    for (const heading of [NORCO, 'MRI of the left knee: Upheld', 'Acupuncture 6 visits for the neck: Upheld']) {
      expect(alike(heading, heading)).toBe(1);
      expect(alike(heading, heading.replace('Upheld', 'Overturned'))).toBe(1);
    }
  });

  it('the same treatment in other words is more alike than another of its kind, and than another part', () => {
    const mri = 'MRI of the lumbar spine: Upheld';
    const order = [
      alike(mri, 'Magnetic resonance imaging, lumbar spine: Upheld'),
      alike(mri, 'MRI of the right shoulder: Upheld'),
      alike(mri, 'CT scan of the lumbar spine: Upheld'),
    ];
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(new Set(order).size).toBe(3);
    expect(order[2]).toBe(0);
  });

  it('a drug is like the same drug, then like its class, and not like another drug', () => {
    const order = [
      alike(NORCO, 'Hydrocodone/APAP 10/325 mg #90: Upheld'),
      alike(NORCO, 'Percocet 10/325 mg #60: Upheld'),
      alike(NORCO, 'Gabapentin 300 mg #60: Upheld'),
    ];
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(new Set(order).size).toBe(3);
    expect(order[2]).toBe(0);
  });

  it('another kind of treatment is none, whatever the words have in common', () => {
    expect(
      alike('Physical therapy of the neck, 6 visits: Upheld', 'Chiropractic care of the neck, 6 visits: Upheld'),
    ).toBe(0);
    expect(alike('MRI of the knee: Upheld', 'Knee arthroscopy: Upheld')).toBe(0);
  });

  it('counts the same from either side', () => {
    const headings = [
      NORCO,
      'Percocet 10/325 mg #60: Upheld',
      'Physical therapy 6 visits: Upheld',
      'PT of the neck x 12: Upheld',
    ];
    for (const a of headings) for (const b of headings) expect(alike(a, b)).toBe(alike(b, a));
  });
});

describe('precedents', () => {
  const asked = entryOf(issue('Physical therapy of the neck, 12 visits: Upheld'));
  const letters = [
    [
      'knee',
      entryOf(issue('Physical therapy of the knee, 12 visits: Overturned', 'It is medically necessary.'), 'CM17-1'),
    ],
    [
      'neck',
      entryOf(
        issue(
          'Physical therapy of the neck, 6 visits: Upheld',
          'There is no documentation of functional improvement. It is not medically necessary.',
        ),
        'CM16-0000002',
      ),
    ],
    ['mri', entryOf(issue('MRI of the neck: Upheld'), 'CM16-0000003')],
    [
      'same',
      entryOf(issue('MRI of the neck: Overturned', 'It is medically necessary.') + issue('PT of the neck x 4: Upheld')),
    ],
  ] as const;
  const found = precedents(
    asked,
    0,
    letters.map(([file, entry]) => ({ file, entry })),
  );
  if (found === null) throw new Error('It is found.');

  it('list the same case first, then the most alike, each with what was decided and why', () => {
    expect(found.sameCase.map(({ file, treatment, decision }) => [file, treatment, decision])).toEqual([
      ['same', 'PT of the neck x 4', 'upheld'],
      ['same', 'MRI of the neck', 'overturned'],
    ]);
    expect(found.alike.map(({ file, visits, conclusion }) => [file, visits, conclusion])).toEqual([
      ['neck', 6, 'It is not medically necessary.'],
      ['knee', 12, 'It is medically necessary.'],
    ]);
    expect([found.letters, found.notListed]).toEqual([4, 0]);
  });

  it('show how such requests fared, by guideline, and by what was called missing', () => {
    expect(found.fared).toEqual({ upheld: 2, overturned: 1, undecided: 0 });
    expect(found.byGuideline).toEqual([{ what: 'MTUS Chronic pain', upheld: 2, overturned: 1, undecided: 0 }]);
    expect(found.byMissing).toEqual([{ what: 'functional improvement', upheld: 1, overturned: 0, undecided: 0 }]);
  });

  it('say what is compared', () => {
    expect(found.asked).toEqual({
      number: 1,
      treatment: 'Physical therapy of the neck, 12 visits',
      kind: 'physical therapy, neck',
    });
    expect(precedents(entryOf(issue('Norco 10/325 mg #60: Upheld')), 0, [])?.asked.kind).toBe('hydrocodone (opioid)');
  });

  it('list a hundred, and count the others', () => {
    const many = Array.from({ length: 250 }, (_, i) => ({ file: `${i}`, entry: letters[1][1] }));
    const all = precedents(asked, 0, many);
    expect([all?.alike.length, all?.notListed, all?.fared.upheld]).toEqual([100, 150, 250]);
  });

  it('do not exist for an issue that is not there', () => {
    expect(precedents(asked, 1, [])).toBeNull();
    expect([18, 19, 25].map((line) => issueAt([asked], line)?.index ?? null)).toEqual([null, 0, 0]);
  });
});
