import { describe, expect, it } from 'vitest';
import { asLetterDate, checkCaseNumber, checkDate, orderNote } from '../../../client/src/newLetter/answers.ts';
import { issueSnippet, type LetterAnswers, letterSnippet } from '../../../client/src/newLetter/template.ts';
import { checkDetermination } from '../../../server/src/checking/check.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { RULES } from '../../../server/src/rules/index.ts';

const NOTHING: LetterAnswers = {
  caseNumber: '',
  dateAssigned: '',
  dateOfInjury: '',
  decisionDate: '',
  urDenialDate: '',
  applicationReceived: '',
  priority: '',
  specialty: '',
  treatments: [],
};

const ANSWERS: LetterAnswers = {
  caseNumber: 'CM16-0999001',
  dateAssigned: '12/07/2016',
  dateOfInjury: '10/23/2016',
  decisionDate: '01/04/2017',
  urDenialDate: '11/29/2016',
  applicationReceived: '12/01/2016',
  priority: 'Standard',
  specialty: 'Orthopedic Surgery',
  treatments: ['Physical therapy 2 times a week for 4 weeks for the left ankle', 'A walker for $40 {rented}'],
};

interface Expanded {
  readonly text: string;
  /** Where each tab stop's own words are. */
  readonly stops: readonly { readonly number: number; readonly start: number; readonly end: number }[];
}

/** A snippet before anything is filled in: the words of a stop, the first of its choices. */
function expand(snippet: string): Expanded {
  let text = '';
  const stops: Expanded['stops'][number][] = [];
  for (const [, number, placeholder, choices, other] of snippet.matchAll(
    /\$\{(\d+)(?::([^}]*)|\|([^}]*)\|)\}|(\\[\\$}]|\$0|[^$\\]|\$)/g,
  )) {
    if (number === undefined) {
      text += other === '$0' ? '' : (other ?? '').replace(/^\\/, '');
      continue;
    }
    const words = placeholder ?? choices?.split(',')[0] ?? '';
    stops.push({ number: Number(number), start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, stops };
}

const found = (text: string) => checkDetermination(parseDetermination(text), RULES);

describe('a new letter', () => {
  it('has what was answered, and as many issues as there are requests', () => {
    const { text, stops } = expand(letterSnippet(ANSWERS));
    const letter = parseDetermination(text);
    expect(letter.layout).toBe('D');
    expect(letter.header).toMatchObject({
      caseNumber: { value: 'CM16-0999001' },
      dateAssigned: { value: '2016-12-07' },
      dateOfInjury: { value: '2016-10-23' },
      decisionDate: { value: '2017-01-04' },
      urDenialDate: { value: '2016-11-29' },
      applicationReceived: { value: '2016-12-01' },
      priority: { value: 'standard' },
    });
    expect(letter.reviewer.specialties.map(({ value }) => value)).toEqual(['Orthopedic Surgery']);
    expect(letter.issues).toHaveLength(2);
    expect(text).toContain('A walker for $40 {rented}: [Upheld or Overturned]');
    expect(text).toContain('sustained an industrial injury on 10/23/2016.');
    const numbers = stops.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('decides and concludes nothing by itself', () => {
    const { text } = expand(letterSnippet(ANSWERS));
    expect(text).not.toMatch(/: (?:Upheld|Overturned)\s/);
    expect(text).not.toMatch(/(?<!is or )is (?:not )?medically necessary/);
  });

  // Whatever is left of the template is reported where it is, whether or not the rest is filled in.
  const blank = expand(letterSnippet(NOTHING));
  it.each(blank.stops)('whose stop $number was left open is reported', ({ start, end }) => {
    const words = blank.text.slice(start, end);
    const over = found(blank.text).filter(({ span }) => span.start < end && start < span.end);
    expect(
      over.map(({ rule }) => rule.name),
      words,
    ).toContainEqual(expect.stringMatching(/^(?:placeholder|header-field|missing-decision)$/));
  });

  it('with a second issue added is one letter with both', () => {
    const { text } = expand(`${letterSnippet(ANSWERS)}\n${issueSnippet('Acupuncture')}`);
    expect(parseDetermination(text).issues.map(({ request }) => request.treatment.text)).toHaveLength(3);
  });
});

describe('what may be answered', () => {
  it.each([
    ['', true],
    ['CM17-0990001', true],
    ['cm17-0990001', true],
    ['CM17-099001', false],
    ['17-0990001', false],
  ])('the case number “%s”: %s', (answer, isTaken) => {
    expect(checkCaseNumber(answer) === null).toBe(isTaken);
  });

  it.each([
    ['', true],
    ['01/04/2017', true],
    ['1/4/2017', true],
    ['2017-01-04', true],
    ['02/30/2017', false],
    ['13/01/2017', false],
    ['01/04/17', false],
    ['01/04/217', false],
    ['yesterday', false],
  ])('the date “%s”: %s', (answer, isTaken) => {
    expect(checkDate(answer) === null).toBe(isTaken);
  });

  it('a date is written as letters write it', () => {
    expect(['1/4/2017', '2017-01-04', '01-04-2017', ''].map(asLetterDate)).toEqual([
      '01/04/2017',
      '01/04/2017',
      '01/04/2017',
      '',
    ]);
  });

  it('a day before the one that it follows is remarked on, and taken', () => {
    expect(orderNote('10/01/2016', '10/23/2016', 'the injury')).toMatch(/before the injury, 10\/23\/2016/);
    expect(orderNote('10/24/2016', '10/23/2016', 'the injury')).toBeNull();
    expect(orderNote('10/24/2016', '', 'the injury')).toBeNull();
  });
});
