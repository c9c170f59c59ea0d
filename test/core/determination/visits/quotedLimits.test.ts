import { describe, expect, it, test } from 'vitest';
import { readQuotedLimits } from '../../../../server/src/determination/readers/visits/quotedLimits.ts';
import { LetterText } from '../../../../server/src/text/letterText.ts';

/** '9-10 / 8 : 9-10 visits over 8 weeks': visits, weeks, words. */
const read = (text: string): readonly string[] =>
  readQuotedLimits(new LetterText(text).prose, 'physical-therapy').map(
    ({ visitsMin, visitsMax, weeksMax, text: words }) =>
      `${visitsMin === null ? '' : `${visitsMin}-`}${visitsMax} / ${weeksMax ?? '-'} : ${words}`,
  );

describe('readQuotedLimits', () => {
  test.each<[string, readonly string[]]>([
    // Guideline and verb
    ['The MTUS recommends 9-10 visits over 8 weeks for myalgia.', ['9-10 / 8 : 9-10 visits over 8 weeks']],
    ['Guidelines recommend eight to ten visits over four weeks.', ['8-10 / 4 : eight to ten visits over four weeks']],
    ['Per ODG, 12 PT visits over 10 weeks are recommended.', ['12 / 10 : 12 PT visits over 10 weeks']],
    ['The schedule permits 14 visits in three months.', ['14 / 13 : 14 visits in three months']],
    ['ODG recommends 12 massage visits over 2 months.', ['12 / 9 : 12 massage visits over 2 months']],
    ['Guidelines support up to 22 visits over 6 months.', ['22 / 26 : up to 22 visits over 6 months']],
    ['Chronic pain guidelines limit therapy to 8-10 sessions.', ['8-10 / - : 8-10 sessions']],
    ['Massage should be limited to 4-6 visits in most cases.', ['4-6 / - : 4-6 visits']],
    ['The MTUS allows no more than 24 visits of physical therapy.', ['24 / - : no more than 24 visits']],
    ['Sessions should not exceed 18 visits.', ['18 / - : not exceed 18 visits']],
    ['Time to produce functional improvement: 3 to 6 treatments.', ['3-6 / - : 3 to 6 treatments']],
    [
      'Time to produce effect: 4 to 6 treatments at a frequency of 1 to 2 times per week for the first 2 weeks.',
      ['4-6 / - : 4 to 6 treatments at a frequency of 1 to 2 times per week for the first 2 weeks'],
    ],
    ['After return to work, 1-2 visits every 4-6 months are recommended.', ['1-2 / - : 1-2 visits every 4-6 months']],
    [
      'With recurrences, if work was resumed then 1-2 visits every 4-6 months.',
      ['1-2 / - : 1-2 visits every 4-6 months'],
    ],
    [
      'The MTUS recommends 8-9 sessions of physical therapy over 7 weeks.',
      ['8-9 / 7 : 8-9 sessions of physical therapy over 7 weeks'],
    ],
    // Trials
    [
      'ODG recommends an initial trial of 3-4 visits over 2 weeks and a total of up to 12 visits, over 4-6 weeks.',
      ['3-4 / 2 : initial trial of 3-4 visits over 2 weeks', '12 / 6 : total of up to 12 visits, over 4-6 weeks'],
    ],
    ['Patients should be assessed after a "six-visit clinical trial".', ['6 / - : six-visit clinical trial']],
    ['There should be improvement within the first 5 visits.', ['5 / - : first 5 visits']],
    [
      'Guidelines allow up to 16 sessions of treatments following initial trial of 4-5 if function improves.',
      ['16 / - : up to 16 sessions', '4-5 / - : initial trial of 4-5'],
    ],
    // The rows of a guideline's table
    [
      'Arthritis (ICD9 715): 9 visits over 8 weeks Post-injection treatment: 1-2 visits over 1 week.',
      ['9 / 8 : 9 visits over 8 weeks', '1-2 / 1 : 1-2 visits over 1 week'],
    ],
    [
      'Sprains of the neck = 10 visits over 8 weeks. Post-surgical treatment, open: 30 visits over 18 weeks.',
      ['10 / 8 : 10 visits over 8 weeks', '30 / 18 : 30 visits over 18 weeks'],
    ],
    // Beside numbers of others
    ['The request for 14 sessions exceeds the guideline recommendation of 10 visits.', ['10 / - : 10 visits']],
    ['The requested 14 visits exceed the 10 visits recommended by the MTUS.', ['10 / - : 10 visits']],
    ['He attended 14 sessions, which is more than the 10 visits the guidelines recommend.', ['10 / - : 10 visits']],
    [
      'The patient has completed 7 visits and 8 more are sought; the guideline is 9-10 visits over 8 weeks.',
      ['9-10 / 8 : 9-10 visits over 8 weeks'],
    ],
    [
      "The recommended number for the patient's diagnosis is 10 visits over 8 weeks.",
      ['10 / 8 : 10 visits over 8 weeks'],
    ],
    // A figure applied is not quoted again
    [
      'ODG recommends a trial of 6 visits over 2 weeks. The request exceeds the recommended trial of 6 visits over 2 weeks.',
      ['6 / 2 : trial of 6 visits over 2 weeks'],
    ],
    // Two guidelines may say the same
    [
      'MTUS allows up to 18 visits over 6-8 weeks. ODG too recommends up to 18 visits over 6-8 weeks.',
      ['18 / 8 : up to 18 visits over 6-8 weeks', '18 / 8 : up to 18 visits over 6-8 weeks'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    'The request for 6 sessions is supported by the guidelines.',
    'The requested trial of 4 treatments is in keeping with guidelines.',
    'Therefore 7 sessions of chiropractic care are medically necessary.',
    'The guideline recommends therapy and the patient has already had 9 visits.',
    'The patient was previously approved for an initial 7 visits.',
    'The results of the initial 7 visits were not told.',
    'The prior reviewer authorized a trial of initial 7 sessions.',
    'Utilization review approved 6 sessions as the guideline recommends a trial.',
    'The 14 sessions are excessive without a re-evaluation.',
    'An additional 8 sessions will exceed guideline recommendations.',
    'Improvement should be documented after six sessions.',
    'Guidelines recommend fading from up to 3 visits per week to 1 or less.',
    'The guidelines recommend 6-8 weeks of therapy.',
    'MTUS does not recommend muscle relaxants for longer than 2-3 weeks.',
    'The guideline allows Norco 10/325mg #60 and an office visit.',
    'See page 99 of the MTUS, section 3.3.9, dated 7/28/2016.',
  ])('%s quotes no limit', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('spans exactly the words it gives', () => {
    const source = 'The MTUS recommends a\ntrial of 6 visits over\n\f2 weeks. It ends.';
    const [limit] = readQuotedLimits(new LetterText(source).prose, 'physical-therapy');
    expect(limit?.text).toBe('trial of 6 visits over 2 weeks');
    expect(limit && source.slice(limit.span.start, limit.span.end).replace(/\s+/g, ' ')).toBe(limit?.text);
  });
});
