import { describe, expect, test } from 'vitest';
import { BREAKS } from '../../../server/src/determination/readers/removals/vocabulary.ts';
import { passageOfText } from '../../support/readings.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('rows of removed names', BREAKS);

const isBroken = (sentence: string): boolean => BREAKS.find(passageOfText(sentence)).length > 0;

const each = (words: string): readonly string[] => words.split('|');

describe('each word at its work', () => {
  test.each([
    ['by|per|from|with|of|to|and|for|at|between|via|named|called|see|sees|saw|seeing', 'It is # , then.'],
    ['by|via', 'It is # ; then (# ) then.'],
    [
      'report|note|letter|evaluation|examination|exam|request|prescription|opinion|consultation|consult|recommendation|assessment|order|referral|statement|summary|appeal|record|dictation|visit|QME|AME|RFA|PR-2|documentation|correspondence|follow-up|surgery|study',
      'The # by, then.',
    ],
    [
      'seen|examined|evaluates|treated|referred|ordered|requesting|prescribed|performed|noted|reported|written|signed|authored|documented|dictated|submitted|recommended|diagnosed|assessed|interviewed|interpreted|prepared|provided|operated|injected|administered|read|stated|indicated|followed',
      'It is # by, then.',
    ],
    ['on|in|for|to|with|and|regarding|during|after|before|following|from|of|because|due', 'It was seen by # May.'],
    [
      'dated|is|was|are|were|has|had|who|indicates|recommends|opines|believes|feels|includes|prescribes|describes|concludes|explains|diagnosed|stated|noted|opined|recommended|requested|indicated|prescribed',
      'That by # ill.',
    ],
    ['dated|is|was|are|were|has|had|who|indicates|recommends', 'That from # ill.'],
    ['is|are|was|were|dated|who|and|has|includes|indicates|recommends|notes|states', 'That per # ill.'],
    ['by|per|from|of|under|with|to|in', "It is # 's best."],
    ['Dr|Drs|Mr|Mrs|Prof|Ms', 'It is #. so.'],
    ['Dr|Drs|Mr|Mrs|Prof', 'It is # so.'],
    [
      'The|On|He|She|It|In|This|These|That|At|According|His|Her|Their|There|As|Per|Upon|During|After|Since|When|While|Although|However|Therefore|Patient|They|We',
      'So said Dr. # was ill.',
    ],
    ['Esquire|Esq|M.D.|D.O.|D.C.|Ph.D.|Psy.D.|R.N.|N.P.|D.P.M.', 'It is by # so.'],
    ['by|from|of|per|with|to', 'It is # M.D. so.'],
    ['Esquire|Esq', 'It is by the # so.'],
    ['more|less|greater|fewer|higher|lower', 'It is # than per ear.'],
    [
      'physician|provider|doctor|surgeon|chiropractor|psychologist|psychiatrist|acupuncturist|therapist|attorney|orthopedist|neurologist|physiatrist|adjuster',
      'His # , so.',
    ],
    ['patient|worker|claimant|applicant|employee|he|she', 'The # saw on 5/1/2016 so.'],
    ['saw|sees|seeing|visited|consulted', 'The worker # for pain.'],
    ['from|with|of', 'The report # on 5/1/2016.'],
    ['between and|from to', 'The call # it was short.'],
    [',|)', 'Her walk, # was long.'],
  ])('%s', (words, sentence) => {
    expect(each(words).filter((word) => !isBroken(sentence.replaceAll('#', word)))).toEqual([]);
  });

  test.each([
    [
      'de|del|della|dello|dei|dos|das|la|le|lo|van|von|vander|vom|zu|zur|di|da|du|do|st|el|al|ter|ten|den|bin|ibn|abu|ap|af|y|d’|o’|l’',
      'It is Dr. # Roe, as Dr # Doe said.',
    ],
    ['[Name]|<Name>|{Name}|“Roe”|"Roe"|____', 'It is Dr. # so.'],
  ])('names in their places: %s', (words, sentence) => {
    expect(each(words).filter((word) => isBroken(sentence.replaceAll('#', word)))).toEqual([]);
  });
});

test.each([
  'The pain that she was bothered by, and that she complained of, has improved; it was dealt with.',
  'By and large she is better, and by 5/1/2016 she had none.',
  'The surgeon operated in May; the clinic that he was sent to for care is near.',
  'Per the note of Dr. Roe, dated 5/1/2016, she was seen by him.',
  'Duloxetine DR 30 mg and tramadol ER were prescribed by Jane Roe, M.D., in May.',
  'Relief of 50%, or more, was had from the block, per the report.',
  'The cost is 5 per visit, or more than that; she pays for it.',
  'She was seen by at least two physicians, by in-house staff, and by Roe on 5/1/2016.',
  'The exam, which was done with and without contrast, is followed by rest.',
  'The disc is at L4-5 , and it bulges.',
])('nothing is missing: %s', (sentence) => {
  expect(isBroken(sentence)).toBe(false);
});
