import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completions } from '../../../server/src/features/completion/completion.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { letterText, marked } from './support.ts';

const TODAY = '2026-01-15';

/** Completes at ‸. */
function at(text: string, asked = true): readonly CompletionItem[] {
  const { letter, at: offset } = marked(text);
  return completions(letter, offset, { guidelines: defaultCatalogue(), today: TODAY, asked });
}

const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => label);

/** The text once the item with this label was chosen. */
function chosen(text: string, label: string): string {
  const { letter, source } = marked(text);
  const edit = at(text).find((item) => item.label === label)?.textEdit;
  if (edit === undefined || !('range' in edit))
    throw new Error(`There is no ${label} among ${labels(at(text)).join(' | ')}`);
  expect(edit.range.start.line).toBe(edit.range.end.line);
  const { lines } = letter.text;
  return (
    source.slice(0, lines.offsetAt(edit.range.start)) + edit.newText + source.slice(lines.offsetAt(edit.range.end))
  );
}

const cited = (reviewer: string, rest = '\n\nDecision rationale: It is medically necessary.'): string =>
  letterText({
    issues: `Physical therapy x 6 for the neck: Overturned

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline:${reviewer}${rest}
`,
  });

describe('in other words than the printed ones', () => {
  it.each([' I relied upon the MTUS ‸', ' My authority: MTUS, ‸', ' In reliance on MTUS Low‸'])(
    'chapters: %s',
    (typed) => {
      expect(labels(at(cited(typed)))).toContain('Low Back Complaints 2004, Section(s):');
    },
  );

  it('sections, after the chapter', () => {
    const typed = ' I relied upon the MTUS Chronic Pain Medical Treatment 2016, Section: ‸';
    expect(labels(at(cited(typed))).some((label) => label.startsWith('NSAIDs'))).toBe(true);
  });

  it.each([' The source lies outside of the MTUS ‸', ' I looked beyond the MTUS ‸', ' Non-MTUS ‸'])(
    'no chapter of the MTUS: %s',
    (typed) => {
      expect(labels(at(cited(typed)))).not.toContain('Low Back Complaints 2004, Section(s):');
    },
  );
});

describe('chapters', () => {
  it('are those in force on the day of the decision, with the year, up to the sections', () => {
    const found = labels(at(cited(' Decision based on MTUS ‸')));
    expect(found).toContain('Chronic Pain Medical Treatment 2016, Section(s):');
    expect(found).toContain('Low Back Complaints 2004, Section(s):');
    expect(found).toContain('Acupuncture Treatment 2007.');
    expect(found.filter((label) => /2009, S|Disorders/.test(label))).toEqual([
      'Postsurgical Treatment 2009, Section(s):',
    ]);
  });

  it('are those of today in a letter without a date', () => {
    const text = cited(' Decision based on MTUS ‸')
      .replace(/^[\s\S]*?(?=HOW THE IMR)/, '')
      .replace('11/03/2016', 'work');
    expect(labels(at(text))).toContain('Low Back Disorders 2020.');
    expect(labels(at(text)).join()).not.toContain('Complaints');
  });

  it('replace what was typed of them, also after a line end and after ‘, and’', () => {
    expect(chosen(cited(' Decision based on MTUS low ba‸'), 'Low Back Complaints 2004, Section(s):')).toContain(
      'Decision based on MTUS Low Back Complaints 2004, Section(s):\n\nDecision rationale',
    );
    expect(
      chosen(
        cited(' Decision based on MTUS Forearm, Wrist,\nand Ha‸'),
        'Forearm, Wrist, and Hand Complaints 2004, Section(s):',
      ),
    ).toContain('MTUS Forearm, Wrist,\nand Hand Complaints 2004, Section(s):\n');
    const second = ' Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care, and Sh‸';
    expect(at(cited(second)).length).toBeGreaterThan(0);
  });

  it('come after the fixed words where nothing was written yet', () => {
    expect(chosen(cited('‸'), 'MTUS Low Back Complaints 2004, Section(s):')).toContain(
      'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s):\n',
    );
    // What suits the treatment comes first, then the fixed sentences.
    const first = [...at(cited(' ‸'))].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    expect(labels(first).slice(0, 4)).toEqual([
      'MTUS Neck and Upper Back Complaints 2004, Section(s):',
      'MTUS Postsurgical Treatment 2009, Section(s):',
      expect.stringContaining('outside of the MTUS Guidelines'),
      'The Expert Reviewer did not cite any medical evidence for its decision.',
    ]);
  });

  it('of ODG go by the name that its publisher has in the year of the letter', () => {
    const since2018 = cited(' Decision based on Non-MTUS Citation ‸')
      .replace(/^[\s\S]*?(?=HOW THE IMR)/, '')
      .replace('11/03/2016', 'work');
    expect(labels(at(since2018))).toContain('ODG by MCG, Knee & Leg');
  });

  it('of the drug formulary are offered since it is in force', () => {
    const text = cited(' Decision based on MTUS ‸')
      .replace(/^[\s\S]*?(?=HOW THE IMR)/, '')
      .replace('11/03/2016', 'work');
    expect(labels(at(text))).toContain('Drug Formulary 2018.');
    expect(labels(at(cited(' Decision based on MTUS ‸')))).not.toContain('Drug Formulary 2018.');
  });

  it('of ODG follow ‘Non-MTUS Citation’', () => {
    const found = labels(at(cited(' Decision based on Non-MTUS Citation ‸')));
    expect(found).toContain('Official Disability Guidelines (ODG), Knee & Leg');
    expect(found.join()).not.toContain('MTUS');
  });
});

describe('sections', () => {
  it('are those of the chapter before, the ones about the treatment first', () => {
    const found = at(cited(' Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ‸'));
    const first = [...found].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))[0];
    expect(first?.label).toMatch(/physical medicine/i);
    expect(labels(found).join()).toMatch(/opioid|NSAID/i);
  });

  it('continue a list, commas in their names included', () => {
    const start = ' Decision based on MTUS Low Back Complaints 2004, Section(s): ';
    expect(chosen(cited(`${start}Initial Care, spec‸.`), 'Special Studies')).toContain(
      'Initial Care, Special Studies.\n',
    );
    const nsaids = ' Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI‸';
    const label = labels(at(cited(nsaids))).find((each) => each.startsWith('NSAIDs, GI')) ?? '';
    expect(chosen(cited(nsaids), label)).toContain(`Section(s): ${label}\n`);
  });
});

describe('in letters with pages', () => {
  const old = (reviewer: string): string =>
    cited(reviewer)
      .replace(/^[\s\S]*?(?=HOW THE IMR)/, '')
      .replaceAll('11/03/2016', '03/12/2014');

  it('chapters have no year, and topics come with their pages', () => {
    expect(labels(at(old(' Decision based on MTUS ‸')))).toContain('Chronic Pain Treatment Guidelines');
    const text = old(' Decision based on MTUS Chronic Pain Treatment Guidelines phys‸');
    expect(chosen(text, 'Physical Medicine Page(s): 98-99.')).toContain(
      'MTUS Chronic Pain Treatment Guidelines Physical Medicine Page(s): 98-99.\n',
    );
  });
});

describe('the decision', () => {
  const heading = (text: string): string => letterText({ issues: text });

  it('follows the colon of a heading', () => {
    const before = heading('MRI of the neck: ‸\n\nClaims Administrator guideline: Decision based on MTUS.\n');
    expect(labels(at(before))).toEqual(['Upheld', 'Overturned']);
    expect(chosen(before.replace('‸', 'Ov‸'), 'Overturned')).toContain('MRI of the neck: Overturned\n');
    expect(labels(at(heading('MRI of the neck:‸').replace('below:\n\n', 'below:\n'), false))).toHaveLength(2);
    expect(labels(at(heading('Physical therapy for\nthe neck:‸').replaceAll('\n', '\r\n'), false))).toHaveLength(2);
    expect(labels(at(heading('Physical therapy for\nthe neck:‸').replaceAll('\n', '\n\n'), false))).toHaveLength(2);
    expect(labels(at(heading('MRI of the neck:‸'), false))).toEqual(['Upheld', 'Overturned']);
    expect(chosen(heading('MRI of the neck:‸'), 'Upheld')).toContain('neck: Upheld');
  });

  it('follows a heading after a rationale that has concluded, not a colon in its prose', () => {
    const text = (words: string): string => cited(' Decision based on MTUS.', `\n\nDecision rationale: ${words}`);
    expect(labels(at(text('It is medically necessary.\n\nMRI of the neck: ‸')))).toEqual(['Upheld', 'Overturned']);
    expect(at(text('It is medically necessary.\n\nAssociated surgical service: ‸'), false)).toEqual([]);
    expect(at(text('The findings are: ‸'))).toEqual([]);
    expect(at(text('There is pain.\n\nThe findings are: ‸'))).toEqual([]);
  });
});

describe('labels', () => {
  it('are those that are missing after the last one', () => {
    expect(labels(at(cited(' Decision based on MTUS.', '\n\nDec‸')))).toContain('Decision rationale:');
    const fresh = letterText({ issues: 'MRI of the neck: Upheld\n\n‸' });
    expect(labels(at(fresh))).toEqual(['Claims Administrator guideline:', 'MAXIMUS guideline:', 'Decision rationale:']);
    const between = letterText({
      issues: 'MRI of the neck: Upheld\n\n‸\n\nMAXIMUS guideline: x\n\nDecision rationale: y',
    });
    expect(labels(at(between))).toEqual(['Claims Administrator guideline:']);
  });

  it('do not open by themselves', () => {
    expect(at(letterText({ issues: 'MRI of the neck: Upheld\n\n ‸' }), false)).toEqual([]);
  });
});

describe('quiet', () => {
  it.each([
    ['the summary', letterText({ summary: 'The worker has pain: ‸', issues: 'MRI: Upheld\n' })],
    ['a rationale', cited(' Decision based on MTUS.', '\n\nDecision rationale: The guideline ‸')],
    ['the introduction', letterText({ issues: '' }).replace(/below:\s*$/, 'below: ‸')],
    ['a heading', letterText({ issues: 'Physical therapy ‸' })],
    ['another text', 'Minutes of the meeting: ‸'],
  ])('in %s', (_, text) => {
    expect(at(text)).toEqual([]);
  });

  it.each([
    ' The Expert Reviewer looked at ‸',
    ' Decision based on MTUS Low Back Complaints 2004, Section(s): Something of his own ‸',
    ' Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care. ‸',
    ' The Expert Reviewer did not cite any medical evidence for its decision. ‸',
  ])('while one types on: %s', (reviewer) => {
    expect(at(cited(reviewer), false)).toEqual([]);
  });

  it.each([
    ' ‸',
    ' Decision based on MTUS ‸',
    ' Decision based on MTUS Low Back Complaints 2004, Section(s): ‸',
    ' Decision based on MTUS Low ‸',
  ])('but opens by itself where something must follow: %s', (reviewer) => {
    expect(at(cited(reviewer), false).length).toBeGreaterThan(0);
  });
});

describe('in VS Code, where Enter takes the first item', () => {
  const first = (text: string): CompletionItem | undefined => {
    const { letter, at: offset } = marked(text);
    const items = completions(letter, offset, {
      guidelines: defaultCatalogue(),
      today: TODAY,
      asked: true,
      isVsCode: true,
    });
    return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
  };
  /** The text once Enter was pressed. */
  const entered = (text: string): string => {
    const { letter, source } = marked(text);
    const edit = first(text)?.textEdit;
    if (edit === undefined || !('range' in edit)) return source;
    const { lines } = letter.text;
    return (
      source.slice(0, lines.offsetAt(edit.range.start)) + edit.newText + source.slice(lines.offsetAt(edit.range.end))
    );
  };

  it.each([
    ['a decision', letterText({ issues: 'MRI of the neck: ‸\n\nClaims Administrator guideline: None.\n' })],
    ['a citation', cited(' ‸')],
    ['the fixed words of a citation', cited(' Decision‸')],
    ['more of them', cited(' Decision based on M‸')],
    ['a chapter', cited(' Decision based on MTUS ‸')],
    ['a section', cited(' Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ‸')],
    ['a conclusion', cited(' None.', '\n\nDecision rationale: There is progress. There‸')],
    ['letters that only stand scattered in a name', cited(' Decision based on MTUS oplnts‸')],
  ])('nothing is written that was not chosen: %s', (_, text) => {
    expect(entered(text)).toBe(text.replace('‸', ''));
  });

  it.each([
    [letterText({ issues: 'MRI of the neck: Ov‸\n\nClaims Administrator guideline: None.\n' }), ': Overturned\n'],
    [cited(' Decision based on MTUS low ba‸'), 'MTUS Low Back Complaints 2004, Section(s): \n'],
    [cited(' Decision based on MTUS Low Back Complaints 2004, Section(s): spec‸.'), 'Section(s): Special Studies.\n'],
  ])('the beginning of a name chooses it', (text, written) => {
    expect(entered(text)).toContain(written);
  });

  it('after a chapter and a label the next list opens', () => {
    expect(first(cited(' Decision based on MTUS low ba‸'))?.command?.command).toBe('editor.action.triggerSuggest');
    const label = first(letterText({ issues: 'MRI of the neck: Upheld\n\nCl‸\n' }));
    expect(label).toMatchObject({
      textEdit: { newText: 'Claims Administrator guideline: ' },
      command: { command: 'editor.action.triggerSuggest' },
    });
  });

  it('in the template, its own words are replaced, and none is doubled', () => {
    const template = (words: string): string => cited(` Decision based on MTUS ${words}, Section(s): Section.`);
    const choose = (text: string, label: string): string => chosen(text, label);
    expect(choose(template('Chapter and year‸'), 'Low Back Complaints 2004, Section(s):')).toContain(
      'MTUS Low Back Complaints 2004, Section(s): Section.\n',
    );
    expect(choose(template('low‸'), 'Low Back Complaints 2004, Section(s):')).toContain(
      'MTUS Low Back Complaints 2004, Section(s): Section.\n',
    );
    const sections = cited(' Decision based on MTUS Low Back Complaints 2004, Section(s): Section‸.');
    expect(choose(sections, 'Special Studies')).toContain('Section(s): Special Studies.\n');
  });
});

describe('the conclusion', () => {
  const rationale = (words: string, decision = 'Overturned'): string =>
    letterText({
      issues: `Physical therapy x 6 for the neck: ${decision}

Claims Administrator guideline: None.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004.

Decision rationale: There is progress. ${words}
`,
    });

  it('has the treatment filled in, and what the heading decides first', () => {
    expect(labels(at(rationale('There‸')))).toEqual([
      'Therefore, the request for Physical therapy x 6 for the neck is medically necessary.',
      'Therefore, the request for Physical therapy x 6 for the neck is not medically necessary.',
    ]);
    expect(labels(at(rationale('The req‸', 'Upheld')))[0]).toBe(
      'The request for Physical therapy x 6 for the neck is not medically necessary.',
    );
    expect(chosen(rationale('Therefore, the‸'), labels(at(rationale('Therefore, the‸')))[0] ?? '')).toContain(
      'There is progress. Therefore, the request for Physical therapy x 6 for the neck is medically necessary.\n',
    );
  });

  it.each(['‸', 'She‸', 'There is‸', 'Th‸'])('does not come up in other prose: “%s”', (words) => {
    expect(at(rationale(words))).toEqual([]);
  });

  it('does not come up by itself', () => {
    expect(at(rationale('Therefore, ‸'), false)).toEqual([]);
  });
});
