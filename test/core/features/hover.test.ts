import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { checkDetermination } from '../../../server/src/checking/check.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { letterText, marked } from './support.ts';

/** The card at the place marked ‸, and the words it is under; null where there is none. */
function cardAt(text: string): { readonly card: string; readonly words: string } | null {
  const { letter, source, at } = marked(text);
  const found = hover(letter, at, {
    guidelines: defaultCatalogue(),
    reports: checkDetermination(letter, RULES),
    explains: false,
  });
  if (found === null || found.range === undefined) return null;
  if (!MarkupContent.is(found.contents)) throw new Error('A card is one piece of Markdown.');
  const { start, end } = found.range;
  const { lines } = letter.text;
  return { card: found.contents.value, words: source.slice(lines.offsetAt(start), lines.offsetAt(end)) };
}

interface Citing {
  readonly heading?: string;
  readonly claims?: string;
  readonly reviewer?: string;
  readonly header?: string;
}

const citing = ({
  heading = 'Physical therapy x 6 for the low back: Upheld',
  claims = 'The Claims Administrator did not cite any medical evidence for its decision.',
  reviewer = 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.',
  header,
}: Citing): string =>
  letterText({
    ...(header === undefined ? {} : { header }),
    issues: `${heading}

Claims Administrator guideline: ${claims}

MAXIMUS guideline: ${reviewer}

Decision rationale: There is no flare-up. The request is not medically necessary.
`,
  });

describe('the card of a citation', () => {
  it('gives edition, regulation, days in force, section, and figures', () => {
    const found = cardAt(
      citing({
        reviewer: 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): ‸Physical Medicine.',
      }),
    );
    expect(found?.words).toBe('Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine');
    expect(found?.card).toContain('**Chronic Pain Medical Treatment 2009**');
    expect(found?.card).toContain('8 CCR 9792.24.2');
    expect(found?.card).toContain('In force from July 18, 2009 to July 27, 2016.');
    expect(found?.card).toContain('Section “Physical Medicine”, pages 98-99');
    expect(found?.card).toMatch(/- 9-10 visits over 8 weeks \(Myalgia[^)]*\), pages 98-99 — \*/);
    expect(found?.card).toMatch(/\*Source: .+\*$/);
  });

  it('says in how many letters a figure is quoted, once, after it', () => {
    const found = cardAt(
      citing({
        heading: 'Chiropractic manipulation x 6 for the low back: Upheld',
        reviewer:
          'Decision based on MTUS Chronic Pain Med‸ical Treatment 2016, Section(s): Manual therapy & manipulation.',
      }),
    );
    expect(found?.card).toContain('- trial of 6 visits over 2 weeks (Low back) — *as quoted in 4 letters*');
  });

  it('says that an edition was not in force on the day of the decision', () => {
    const found = cardAt(citing({ reviewer: 'Decision based on MTUS Chronic ‸Pain Medical Treatment 2009.' }));
    expect(found?.card).toContain('**Not in force on February 15, 2017, the day of the decision.**');
  });

  it('says that it may be cited, on the day of the denial in the claims administrator’s part', () => {
    const found = cardAt(citing({ claims: 'Decision based on MTUS ‸Low Back Complaints 2004.' }));
    expect(found?.card).toContain('It may be cited for December 22, 2016, the day of the denial.');
  });

  it('holds an edition that was in force when the request was denied to be in force', () => {
    const header = `Case Number:          CM16-0990001
Date Assigned:        07/20/2016                      Date of Injury:      11/03/2015
Decision Date:        08/15/2016                      UR Denial Date:      07/12/2016
`;
    const reviewer = 'Decision based on MTUS ‸Chronic Pain Medical Treatment 2009.';
    expect(cardAt(citing({ header, reviewer }))?.card).toContain('It may be cited');
  });

  it('names the edition in force where the citation names none', () => {
    const found = cardAt(citing({ reviewer: 'Decision based on MTUS ‸Chronic Pain Treatment Guidelines.' }));
    expect(found?.card).toContain('**Chronic Pain Medical Treatment 2016**');
    expect(found?.card).toContain('The citation names no edition');
  });

  it('marks what nobody verified, and keeps back what is not known', () => {
    const found = cardAt(
      citing({
        heading: 'Urine drug screen: Upheld',
        reviewer: 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): ‸Drug testing.',
      }),
    );
    expect(found?.card).toContain('Section “Drug testing”, page 43 *(not verified)*');
    expect(found?.card).not.toContain('own/');
  });

  it('knows chapters of ODG', () => {
    const reviewer =
      'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) ‸Low Back, Physical therapy.';
    expect(cardAt(citing({ reviewer }))?.card).toContain('**ODG Low Back**');
  });

  it('is silent on a source that the catalogue does not know', () => {
    const reviewer = 'Decision based on Non-MTUS Citation http://www.‸example.org/therapy.html.';
    expect(cardAt(citing({ reviewer }))).toBeNull();
  });

  it('shows words of a letter as they are, whatever they are in Markdown', () => {
    const reviewer = 'Decision based on MTUS ‸Low Back Complaints 2004, Section(s): Special [x](command:y) Methods.';
    expect(cardAt(citing({ reviewer }))?.card ?? '').not.toContain('[x](command:y)');
  });
});

describe('the card of an abbreviation', () => {
  const inRationale = (words: string): string =>
    letterText({
      issues: `Physical therapy x 6 for the low back: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.

Decision rationale: ${words} The request is not medically necessary.
`,
    });

  it.each([
    ['A TE‸NS unit was tried.', 'TENS', 'transcutaneous electrical nerve stimulation'],
    ['The use of NSA‸IDs is advised.', 'NSAIDs', 'non-steroidal'],
    ['An EMG/N‸CV was asked for.', 'NCV', 'nerve conduction velocity'],
    ['The PR‸-2 of that day is silent.', 'PR-2', 'progress report'],
    [
      'The RF‸A of that day is silent.',
      'RFA',
      'request for authorization (DWC Form RFA); also radiofrequency ablation',
    ],
  ])('%s', (sentence, words, meaning) => {
    const found = cardAt(inRationale(sentence));
    expect(found?.words).toBe(words);
    expect(found?.card).toContain(meaning);
  });

  it.each([
    'The pati‸ent walks.',
    'He was ‸if anything better.',
    'A bed was m‸ed by hand.',
    'SESSIONS NEEDED I‸F PAIN PERSISTS.',
    'No ‸ word.',
    'TENSI‸ON is felt.',
  ])('none: %s', (sentence) => {
    expect(cardAt(inRationale(sentence))).toBeNull();
  });
});
