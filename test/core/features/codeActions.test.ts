import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../../server/src/checking/check.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { findingWords } from '../../../server/src/features/decisionActions.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { letterText } from './support.ts';

const SOURCE = letterText({
  issues: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: She is a(n) 52 year old female, and he is a(n) 52 year old male [name]. The request is not
medically necessary.
`,
});
const letter = parseDetermination(SOURCE);
const reports = checkDetermination(letter, RULES);

const actionsAt = (words: string, abilities = true) => {
  const start = letter.text.lines.positionAt(SOURCE.indexOf(words));
  return codeActions(
    { uri: 'file:///a.txt', version: 1, letters: [letter], reports },
    {
      range: { start, end: start },
      only: [],
      explains: abilities,
      editsTeamFiles: abilities,
      keepsWords: abilities,
      turnsDown: abilities,
      reopens: abilities,
      rulePage: (rule) => rule,
    },
  );
};

describe('the light bulb', () => {
  it('repairs this one, repairs all of its kind, puts it aside by its words, turns its rule down, and says why', () => {
    expect(actionsAt('a(n) 52 year old female').map(({ title }) => title)).toEqual([
      'Change to “a”',
      'Repair all 2 of this kind in the letter',
      'Put aside “a(n)” is left over from a template: choose one form…',
      'Turn this rule down or off: “A blank that was not filled in”…',
      'Why? A blank that was not filled in',
    ]);
    const all = actionsAt('a(n) 52 year old female')[1];
    expect(all?.edit?.documentChanges?.[0]).toMatchObject({ edits: [{ newText: 'a' }, { newText: 'a' }] });
  });

  it('offers nothing that the client cannot do', () => {
    expect(actionsAt('[name]', false)).toEqual([]);
  });

  it('distinguishes two findings at one place', () => {
    const titles = reports.map((report) => findingWords(letter, report));
    expect(new Set(titles).size).toBe(titles.length - 1);
    expect(titles.filter((title) => title.startsWith('“a(n)”'))).toHaveLength(2);
  });
});

describe('a finding as an entry of a list', () => {
  const [report] = reports;
  it.each([
    ['12 visits, not 10.', '“MRI of the left knee”: 12 visits, not 10'],
    ['“MRI” is told twice. It is odd.', '“MRI” is told twice'],
    [
      'The rationale speaks of one thing and the heading of quite another one, which is about something else.',
      '“MRI of the left knee”: The rationale speaks of one thing and the heading of quite another one, which is about …',
    ],
  ])('“%s”', (message, title) => {
    if (report === undefined) throw new Error('The letter has no finding.');
    const at = SOURCE.indexOf('MRI of the left knee');
    const span = letter.text.prose.slice(
      letter.text.prose.indexOf(at),
      letter.text.prose.indexOf(at) + 'MRI of the left knee'.length,
    ).range;
    expect(findingWords(letter, { ...report, span, message })).toBe(title);
  });
});
