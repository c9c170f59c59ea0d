import { describe, expect, it } from 'vitest';
import { findGuidelineMentions } from '../../../server/src/determination/readers/citations/guidelineMentions.ts';
import { SILENT_AFTER, SILENT_BEFORE } from '../../../server/src/determination/readers/citations/silenceRows.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';
import { wordRowsOf } from '../support/tables.ts';

testRows('silence after a name', SILENT_AFTER);
testRows('silence before a name', SILENT_BEFORE);

const mentions = (text: string) => findGuidelineMentions(new LetterText(text).prose);

/** 'SOURCE | chapter | number | year | pages | silence' of every mention. */
const told = (text: string): readonly string[] =>
  mentions(text).map(({ source, chapter, chapterNumber, year, pages, silence }) =>
    [
      source,
      chapter?.value ?? '',
      chapterNumber?.value ?? '',
      year?.value ?? '',
      pages.map(({ value }) => value).join('; '),
      silence === null ? '' : text.slice(silence.start, silence.end),
    ]
      .join(' | ')
      .replace(/(?: \| )+$/, ''),
  );

describe('guidelines in prose', () => {
  it.each<[string, string[]]>([
    ['According to MTUS, massage is an option.', ['MTUS']],
    ['The CA-MTUS states that rest is an option.', ['MTUS']],
    ['The California MTUS 2016 Chronic Pain Guidelines state so.', ['MTUS | Chronic Pain Guidelines |  | 2016']],
    ['the California MTUS 2016 Opioid Guidelines recommend it', ['MTUS | Opioid |  | 2016']],
    ['The California MTUS Chronic Pain Guidelines 2016, as outlined', ['MTUS | Chronic Pain Guidelines |  | 2016']],
    ['The MTUS Acupuncture Guidelines state so.', ['MTUS | Acupuncture']],
    ['Per the MTUS neck and upper back chapter, rest helps.', ['MTUS | neck and upper back chapter']],
    ['the MTUS Guideline in ACOEM Chapter 13, Table 13-2, pages 335-336 notes', ['MTUS |  | 13 |  | 335-336']],
    ['MTUS ACOEM, Chapter 8, Neck and Upper Back complaints, states', ['MTUS | Neck and Upper Back complaints | 8']],
    [
      'page 82 of the MTUS Chronic Pain Medical Treatment Guidelines',
      ['MTUS | Chronic Pain Medical Treatment |  |  | 82'],
    ],
    ['the MTUS Guidelines page 98 and 99 recommends', ['MTUS |  |  |  | 98; 99']],
    ['The Postsurgical Treatment Guidelines allow 16 visits.', ['MTUS | Postsurgical Treatment']],
    ['ACOEM guidelines- low back chapter, a scan is an option', ['ACOEM | low back chapter']],
    ['ACOEM 2004 Lower Back Disorders Chapter says', ['ACOEM | Lower Back Disorders Chapter |  | 2004']],
    ['Official Disability Guidelines (ODG), Knee and Leg Chapter recommends', ['ODG | Knee and Leg Chapter']],
    ['the Shoulder chapter of the Official Disability Guidelines, page 12', ['ODG | Shoulder chapter |  |  | 12']],
    ['The Knee Disorders Guideline (MTUS, 2020) favors it.', ['MTUS | Knee Disorders |  | 2020']],
    ['Low back complaints went on. Knee Complaints were none.', []],
    ['It was approved by the FDA.', ['FDA']],
    ['No guideline is named here.', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('silence', () => {
  it.each<[string, string[]]>([
    ['The MTUS is silent on hearing tests.', ['MTUS |  |  |  |  | is silent']],
    ['CA-MTUS silent regarding hearing tests.', ['MTUS |  |  |  |  | silent regarding']],
    ['California MTUS/ACOEM does not address this request.', ['MTUS |  |  |  |  | does not address']],
    [
      'The California MTUS and ACOEM Guidelines do not specifically address it. ODG does.',
      ['MTUS |  |  |  |  | do not specifically address', 'ACOEM |  |  |  |  | do not specifically address', 'ODG'],
    ],
    ['Hearing tests are not addressed in the MTUS.', ['MTUS |  |  |  |  | not addressed in the']],
    [
      'MTUS Chronic Pain Guidelines make no recommendation on it.',
      ['MTUS | Chronic Pain Guidelines |  |  |  | make no recommendation'],
    ],
    ['ODG itself fails to mention braces.', ['ODG |  |  |  |  | fails to mention']],
    ['There is no specific guidance in the MTUS.', ['MTUS |  |  |  |  | no specific guidance in the']],
    ['The MTUS (2009) offers no criteria.', ['MTUS |  |  | 2009 |  | offers no criteria']],
    ['The MTUS never mentions braces.', ['MTUS |  |  |  |  | never mentions']],
    ['The MTUS is of no help on braces.', ['MTUS |  |  |  |  | is of no help on']],
    ['Braces are not listed in the MTUS.', ['MTUS |  |  |  |  | are not listed in the']],
    ['Braces are nowhere mentioned in the MTUS.', ['MTUS |  |  |  |  | nowhere mentioned in the']],
    ['The utilization schedule of the state is silent.', ['MTUS |  |  |  |  | is silent']],
    ['The treatment schedule has nothing on braces.', ['MTUS |  |  |  |  | has nothing on']],
    ['The MTUS is silent; so is the treatment schedule.', ['MTUS |  |  |  |  | is silent']],
    // Against a treatment is not silent about it.
    ['The treatment schedule has nothing against braces.', []],
    ["The state's guidelines recommend braces.", []],
    ['The MTUS has nothing against braces.', ['MTUS']],
    ['The MTUS does not recommend hearing tests.', ['MTUS']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

it.each([
  ['The ODG recommends rest.', true],
  ['According to the MTUS and ODG guidelines, rest helps.', true],
  ['The Pain chapter of the ODG puts rest first, and on that I rely.', true],
  ['Rest is an idea of the ODG.', false],
  ['The MTUS is silent on rest.', false],
])('whether the reviewer goes by it: %s', (text, expected) => {
  expect(mentions(text).at(-1)?.isReliedOn).toBe(expected);
});

describe('every word that they are recognized by', () => {
  it.each(wordRowsOf('mentionWords.tsv'))('%s: %s', (expected, text) => {
    const said = mentions(text).map(({ source, chapter, pages, silence, silentOn, isReliedOn }) =>
      [
        source,
        chapter === null ? '' : 'chapter',
        pages.length === 0 ? '' : `pages ${pages.map(({ value }) => value).join(', ')}`,
        silence === null ? '' : 'silent',
        silentOn?.text ?? '',
        isReliedOn ? 'relied on' : '',
      ]
        .filter((word) => word !== '')
        .join(' | '),
    );
    expect(
      said.map((each) => (expected.includes('braces') ? each : each.replace(/ \| (?:this|on this)$/, ''))),
    ).toEqual(expected === '' ? [] : [expected]);
  });
});

it('leaves out the notice that follows decisions about opioids', () => {
  expect(told('The patient is advised to consult the MTUS Opioids Treatment Guidelines ("Tapering opioids").')).toEqual(
    [],
  );
});

it('says where a mention is, across line ends', () => {
  const source = 'In the MTUS Guideline in\nACOEM Chapter 11,\n\npage 261, tests help.';
  expect(mentions(source).map(({ span }) => source.slice(span.start, span.end))).toEqual([
    'MTUS Guideline in\nACOEM Chapter 11,\n\npage 261',
  ]);
});
