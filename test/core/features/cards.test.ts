import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { letterText, marked } from './support.ts';

const URI = 'file:///letters/CM17-0990001%20(copy).txt';

/** The card at the place marked ‸, and the words it is under; null where there is none. */
function cardAt(text: string, uri?: string): { readonly card: string; readonly words: string } | null {
  const { letter, source, at } = marked(text);
  const known = { guidelines: defaultCatalogue(), reports: [], explains: false };
  const found = hover(letter, at, uri === undefined ? known : { ...known, uri });
  if (found === null || found.range === undefined) return null;
  if (!MarkupContent.is(found.contents)) throw new Error('A card is one piece of Markdown.');
  const { lines } = letter.text;
  return {
    card: found.contents.value,
    words: source.slice(lines.offsetAt(found.range.start), lines.offsetAt(found.range.end)),
  };
}

const ISSUES = `Physical therapy 12 visits for the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

Decision rationale: He has had 8 visits of physical therapy. The request is not medically necessary.
`;
const summarized = (summary: string): string => letterText({ summary, issues: ISSUES });

describe('the card of a date', () => {
  it('gives its day, what it is the date of, and how far it is from the days of the case', () => {
    const found = cardAt(
      summarized('The worker, a 52 year old male, was hurt on 11/03/2016. He was examined on ‸12/01/2016.'),
    );
    expect(found?.words).toBe('12/01/2016');
    expect(found?.card).toContain('**Thursday, December 1, 2016**');
    expect(found?.card).toContain('28 days after the injury');
    expect(found?.card).toContain('21 days before the denial');
    expect(found?.card).toContain('76 days before the decision');
  });

  it('in the header names its field, and no distance from itself', () => {
    const text = summarized('A man was hurt.').replace('12/22/2016', '‸12/22/2016');
    const found = cardAt(text);
    expect(found?.card).toContain('the denial by utilization review');
    expect(found?.card).not.toContain('0 days');
    expect(found?.card).not.toMatch(/days (?:after|before) the denial/);
  });

  it('that is no day says so', () => {
    expect(cardAt(summarized('He was examined on ‸02/30/2016.'))?.card).toContain('This date does not exist.');
  });
});

describe('the card of an age', () => {
  it('says how old the worker was at the injury', () => {
    const text = summarized('The injured worker is a ‸52 year old male who was hurt.').replace(
      'Date of Injury:      11/03/2016',
      'Date of Injury:      11/03/2009',
    );
    expect(cardAt(text)?.card).toBe('**The injured worker’s age: 52.** Hurt 7 years before the decision, at about 45.');
  });
});

describe('the card of a drug', () => {
  it.each([
    ['a brand', 'He takes ‸Norco for pain.', 'Norco', '**Norco**: hydrocodone'],
    ['a generic name', 'He takes ‸naproxen for pain.', 'naproxen', '**naproxen**'],
  ])('%s', (_, summary, words, card) => {
    const found = cardAt(summarized(summary));
    expect(found?.words).toBe(words);
    expect(found?.card).toContain(card);
    expect(found?.card).toMatch(/Class: (?:opioid|NSAID)/i);
    expect(found?.card).toContain('Also sold as');
  });
});

describe('the card of a specialty', () => {
  const credentials = (specialty: string): string =>
    summarized('A man was hurt.').replace(
      'an expert reviewer.\n',
      `an expert reviewer.\n\nThe Expert Reviewer has the following credentials:\nState(s) of Licensure: Oregon\nCertification(s)/Specialty: ${specialty}\n`,
    );

  it.each(['‸Physical Medicine & Rehabilitation', '‸Physical Medicine and Rehabilitation'])('%s', (specialty) => {
    expect(cardAt(credentials(specialty))?.card).toContain('restores function');
  });

  it('is none where it is not known', () => {
    expect(cardAt(credentials('‸Invented Medicine'))).toBeNull();
  });
});

describe('the card of a part’s label', () => {
  it('says what belongs there', () => {
    const text = summarized('A man was hurt.').replace('Decision rationale', 'Decision ‸rationale');
    expect(cardAt(text)?.card).toContain('**Rationale**');
  });
});

describe('a number’s line', () => {
  const text = summarized('A man was hurt.').replace('had 8 visits', 'had ‸8 visits');

  it('is a link to it, whatever the letter’s address holds', () => {
    const { card = '' } = cardAt(text, URI) ?? {};
    expect(card).toMatch(/\[line \d+\]\(file:\/\/\/letters\/CM17-0990001%20%28copy%29\.txt#L\d+\)/);
  });

  it('is words where the address is not known', () => {
    const { card = '' } = cardAt(text) ?? {};
    expect(card).toMatch(/\| line \d+ \|/);
  });
});

it('ordinary words have no card', () => {
  expect(cardAt(summarized('A man was ‸hurt.'))).toBeNull();
});
