import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { fixesOf } from '../../server/src/checking/rule.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { mechanicalFixes } from '../../server/src/features/codeActions.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { CLEAN_LETTER } from '../support/letters.ts';
import { applyFix } from './support/applyFix.ts';
import { shippedDictionary } from './support/dictionary.ts';

interface Therapy {
  readonly heading: string;
  readonly guideline?: string;
  readonly summary?: string;
  readonly rationale: string;
}

/** A letter about one issue. */
const letter = ({ heading, guideline, summary = '', rationale }: Therapy): string =>
  CLEAN_LETTER.replace('who was hurt on 03/14/2016.', `who was hurt on 03/14/2016. ${summary}`)
    .replace('MRI of the left knee', heading)
    .replace('MTUS Knee Complaints 2004, Section(s): Special Studies.', guideline ?? '$&')
    .replace('There is no red flag.', rationale);

/** What the fixes of a rule make of a letter, as 'title ⇒ the line that they change'. */
function offers(ruleName: string, source: string): readonly string[] {
  const reports = checkDetermination(parseDetermination(source), RULES).filter(({ rule }) => rule.name === ruleName);
  return reports.flatMap((report) =>
    fixesOf(report).map((fix) => {
      const lines = applyFix(source, fix).split('\n');
      return `${fix.title} ⇒ ${lines.find((line) => !source.includes(line))}`;
    }),
  );
}

const reported = (ruleName: string, source: string): boolean =>
  checkDetermination(parseDetermination(source), RULES).some(({ rule }) => rule.name === ruleName);

const MANUAL_THERAPY = 'MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual therapy & manipulation.';

describe('a guideline’s figure', () => {
  it('is corrected where the row is certain and the request is within both figures', () => {
    const source = letter({
      heading: 'Chiropractic care x 6 for the low back',
      guideline: MANUAL_THERAPY,
      rationale: 'The MTUS allows a total of up to 24 visits over 6-8 weeks.',
    });
    expect(offers('limit-misquoted', source)).toEqual([
      'Change 24 to 18, as in “Manual therapy & manipulation” of Chronic Pain Medical Treatment 2016 ⇒ Decision rationale: The MTUS allows a total of up to 18 visits over 6-8 weeks. Therefore, the request is not medically necessary.',
    ]);
  });

  it.each([
    [
      'the conclusion goes by it',
      'x 12',
      'The MTUS allows up to 10 visits over 6-8 weeks. The requested 12 sessions exceeds it.',
    ],
    ['another duration makes it another row', 'x 6', 'The MTUS allows up to 24 visits over 16 weeks.'],
    ['no duration tells the row', 'x 6', 'The MTUS allows a total of up to 24 visits.'],
  ])('is left to the editor where %s', (_, visits, rationale) => {
    const source = letter({
      heading: `Chiropractic care ${visits} for the low back`,
      guideline: MANUAL_THERAPY,
      rationale,
    });
    expect(reported('limit-misquoted', source)).toBe(true);
    expect(offers('limit-misquoted', source)).toEqual([]);
  });
});

describe('a total of visits', () => {
  const heading = 'Physical therapy 2 times a week for 6 weeks (10 sessions) for the low back';
  const guideline = 'MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.';
  const title = 'Change “10” to 12, to match the frequency, the duration, and the rest of the letter';

  it('is corrected where the rest of the letter has the product', () => {
    const source = letter({ heading, rationale: 'The requested 12 sessions are too many.' });
    expect(offers('visit-arithmetic', source)).toEqual([`${title} ⇒ ${heading.replace('10', '12')}: Upheld`]);
  });

  it('is left to the editor where it is over a guideline’s figure', () => {
    const source = letter({ heading, guideline, rationale: 'The requested 12 sessions are too many.' });
    expect(reported('visit-arithmetic', source)).toBe(true);
    expect(offers('visit-arithmetic', source)).toEqual([]);
  });

  it.each([
    'The requested 10 sessions are too many.',
    'The requested 12 sessions are too many. The requested 10 sessions are too many.',
    'There is no gain.',
  ])('is left to the editor where the letter says: %s', (rationale) => {
    const source = letter({ heading, rationale });
    expect(reported('visit-arithmetic', source)).toBe(true);
    expect(offers('visit-arithmetic', source)).toEqual([]);
  });
});

it('a number of tablets is left to the editor', () => {
  const source = letter({ heading: 'Tramadol 50mg, one tablet twice daily for 14 days #40', rationale: 'No gain.' });
  expect(reported('dose-arithmetic', source)).toBe(true);
  expect(offers('dose-arithmetic', source)).toEqual([]);
});

describe('a side', () => {
  it.each([
    ['left', 'right'],
    ['Left', 'Right'],
    ['LEFT', 'RIGHT'],
  ])('keeps its capitals: %s', (left, right) => {
    const rationale = `The examination of the ${left} knee is normal.`;
    const source = letter({
      heading: 'MRI of the right knee',
      summary: 'He has pain of the right knee.',
      rationale,
    });
    expect(offers('laterality-mismatch', source)).toEqual([
      `Change “${left}” to “${right}”, as in the heading ⇒ Decision rationale: ${rationale.replace(left, right)} Therefore, the request is not medically necessary.`,
    ]);
  });

  it('is left to the editor where heading and request disagree', () => {
    const source = letter({
      heading: 'MRI of the left knee',
      summary:
        'He has pain in both knees, the left knee and the right knee. The request is for an MRI of the right knee.',
      rationale: 'The knee is normal.',
    });
    expect(reported('laterality-mismatch', source)).toBe(true);
    expect(offers('laterality-mismatch', source)).toEqual([]);
  });
});

it('words keep their capitals', () => {
  const source = letter({ heading: 'MRI OF THE LEFT KNEE', rationale: 'HE HAD 8 SESSION OF THERAPY AND A MRI.' });
  expect(offers('grammar', source).map((each) => each.split(' ⇒ ')[0])).toEqual(['Change “SESSION” to “SESSIONS”']);
});

describe('a decision', () => {
  const decided = (cover: string, decision: string, conclusion: string): string =>
    `${cover}\n\n${CLEAN_LETTER}`
      .replace(': Upheld', `: ${decision}`)
      .replace('is not medically', `${conclusion} medically`);

  it('is turned round where rationale and cover agree', () => {
    const source = decided('Final Determination: OVERTURN', 'Upheld', 'is');
    expect(offers('decision-contradicts-rationale', source)).toEqual([
      'Change Upheld to Overturned, to match the rationale and the final determination ⇒ MRI of the left knee: Overturned',
    ]);
    expect(offers('final-determination-mismatch', source)).toEqual([]);
  });

  it.each(['', 'Final Determination: UPHOLD'])(
    'is left to the editor where only the rationale is against it: “%s”',
    (cover) => {
      const source = decided(cover, 'Upheld', 'is');
      expect(reported('decision-contradicts-rationale', source)).toBe(true);
      expect(offers('decision-contradicts-rationale', source)).toEqual([]);
    },
  );

  it('makes the cover’s word follow where the rationale bears it out', () => {
    const source = decided('Final Determination: OVERTURN', 'Upheld', 'is not');
    expect(offers('final-determination-mismatch', source)).toEqual([
      'Change OVERTURN to UPHOLD, to match the issues ⇒ Final Determination: UPHOLD',
    ]);
  });
});

describe('what is decided is never mended by fix-all', () => {
  const mechanical = async (rationale: string): Promise<readonly string[]> => {
    const source = letter({ heading: 'MRI of the left knee', rationale });
    const context = { ...defaultContext(), dictionary: await shippedDictionary() };
    return mechanicalFixes(checkDetermination(parseDetermination(source), RULES, {}, context)).map(
      ({ title }) => title,
    );
  };

  it.each([
    'It is not not needed.',
    'It was foud innecessary.',
    'It was neccessary.',
    'It is apropriate.',
    'It was overtturned.',
    'It was uphheld.',
    'The denial is uphollding.',
    'It was certtified.',
  ])('%s', async (rationale) => {
    expect((await mechanical(rationale)).filter((title) => !title.includes('found'))).toEqual([]);
  });

  it('and what is not, is', async () => {
    expect(await mechanical('There was was tendernes.')).toEqual([
      'Remove the second “was”',
      'Change “tendernes” to “tenderness”',
    ]);
  });
});
