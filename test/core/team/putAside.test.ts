import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../../server/src/checking/check.ts';
import type { Report, Rule } from '../../../server/src/checking/rule.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { fingerprint } from '../../../server/src/team/fingerprint.ts';
import { letterNames } from '../../../server/src/team/letterNames.ts';
import { type PutAside, readPutAside, sortOut } from '../../../server/src/team/putAside.ts';
import type { Prose } from '../../../server/src/text/prose.ts';
import type { Span } from '../../../server/src/text/span.ts';

const LETTER = `Case Number:          CM16-0999001
Date Assigned:        12/07/2016                      Date of Injury:      10/23/2016

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: Oregon
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
The injured worker is a 51 year old male who was hurt on 10/23/2016. He takes 1.5 mg of a
remedy that is prescribed by his physician. He walks with a cane.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: There is no red flag. The worker was hurt on the job by a heavy electro-
magnet. Therefore, the request is not medically necessary.

Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids.

Decision rationale: There is no gain in function. Therefore, the request is not medically necessary.
`;

const rule: Rule = {
  name: 'invented',
  title: 'Invented',
  category: 'text',
  severity: 'warning',
  basis: 'None.',
  check: () => [],
};

/** The fingerprint of a finding on `words` in `source`. */
function print(
  source: string,
  words: string,
  { related, name = rule.name }: { related?: string; name?: string } = {},
): string {
  const letter = parseDetermination(source);
  const spanOf = (text: string) => {
    const start = source.indexOf(text);
    expect(start, text).toBeGreaterThanOrEqual(0);
    return letter.text.prose.span(letter.text.prose.indexOf(start), letter.text.prose.indexOf(start + text.length));
  };
  const span = spanOf(words);
  const issue = letter.issues.find(({ range }) => range.start <= span.start && span.end <= range.end)?.index ?? null;
  const disagreement = related === undefined ? {} : { related: [{ span: spanOf(related), message: '' }] };
  return fingerprint(letter, { rule: { ...rule, name }, span, issue, ...disagreement });
}

describe('a fingerprint', () => {
  const first = print(LETTER, 'heavy');

  it('is a version and a hash, without words of the letter', () => {
    expect(first).toMatch(/^v1:[0-9a-f]{32}$/);
  });

  it('is written down: it must not change while it is called v1', () => {
    expect(first).toBe('v1:593018fd70babdba92efe9a23f9dfaa2');
  });

  it.each<[string, string]>([
    ['other line ends', LETTER.replaceAll('\n', '\r\n')],
    ['another wrapping', LETTER.replace('the job by a heavy electro-\nmagnet', 'the job\nby a heavy electro-magnet')],
    ['blank lines and page breaks', LETTER.replace('on the job by', 'on the job\n\n\f  by')],
    ['wide blanks', LETTER.replace('by a heavy', 'by   a\u00a0heavy')],
    ['a new first line', `Final copy\n${LETTER}`],
    ['an edit in another sentence', LETTER.replace('no red flag', 'no sign of a red flag')],
    ['another decision', LETTER.replace('left knee: Upheld', 'left knee: Overturned')],
    ['an issue put before it', withIssueBefore(LETTER)],
  ])('stays the same with %s', (_, source) => {
    expect(source).not.toBe(LETTER);
    expect(print(source, 'heavy')).toBe(first);
  });

  it.each<[string, string]>([
    ['its sentence', print(LETTER.replace('was hurt on the job', 'was hurt at home'), 'heavy')],
    ['its words', print(LETTER.replace('a heavy', 'a Heavy big'), 'Heavy big')],
    ['the treatment', print(LETTER.replace('MRI of the left knee', 'CT of the left knee'), 'heavy')],
    ['the rule', print(LETTER, 'heavy', { name: 'other' })],
    ['the words it disagrees with', print(LETTER, 'heavy', { related: 'cane' })],
  ])('changes with %s', (_, other) => {
    expect(other).toMatch(/^v1:/);
    expect(other).not.toBe(first);
  });

  it('distinguishes figures', () => {
    expect(print(LETTER, 'remedy')).not.toBe(print(LETTER.replace('1.5 mg', '15 mg'), 'remedy'));
  });

  it('does not look beyond a heading', () => {
    const changed = LETTER.replace('set forth below:', 'below:').replace('Oregon', 'Ohio');
    expect(print(changed, 'MRI of the left knee')).toBe(print(LETTER, 'MRI of the left knee'));
  });
});

describe('a .imr-ignore.json', () => {
  const entry: PutAside = {
    fingerprint: `v1:${'0'.repeat(32)}`,
    rule: 'missing-citation',
    letter: 'CM16-0999001',
    reason: 'The "evidence" is in\nthe summary',
    date: '2026-03-14',
  };

  it.each<[string, string, RegExp]>([
    ['an entry without a fingerprint', '{ "rule": "a", "letter": "b" }', /no “fingerprint”/],
    ['an entry of another version', JSON.stringify({ ...entry, fingerprint: 'v9:1' }), /does not begin with “v1:”/],
    ['something else', '"v1:0"', /put aside/],
  ])('tells %s at its place, and the rest counts', (_, text, message) => {
    const source = `{ "putAside": [${text}, ${JSON.stringify(entry)}] }`;
    const { entries, problems } = readPutAside(source);
    expect(entries).toMatchObject([{ ...entry, index: 1 }]);
    expect(problems).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(source.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe(text);
  });
});

describe('findings put aside', () => {
  const broken = LETTER.replaceAll(': Upheld', '');
  const letter = parseDetermination(broken);
  const reports = checkDetermination(letter, RULES).filter((report) => report.rule.name === 'missing-decision');
  const aside = (report: Report | undefined, of = 'CM16-0999001', name?: string) => {
    const print = name ?? (report === undefined ? '' : fingerprint(letter, report));
    const entry = { fingerprint: print, rule: 'missing-decision', letter: of, reason: '', date: '' };
    return readPutAside(JSON.stringify({ putAside: [entry] })).entriesOf;
  };
  const NAMES = ['CM16-0999001'] as const;
  const sort = (entries: ReturnType<typeof aside>, off = false) => sortOut(letter, reports, entries(NAMES), () => off);

  it('are not shown, and the others are', () => {
    expect(reports).toHaveLength(2);
    expect(sort(aside(reports[0]))).toMatchObject({ shown: [reports[1]], putAside: [reports[0]], unused: [] });
  });

  it('are shown in every other letter', () => {
    expect(sort(aside(reports[0], 'CM16-0999002'))).toMatchObject({ shown: reports, putAside: [], unused: [] });
  });

  it('leave an unused entry when they are repaired, unless their rule is off', () => {
    const gone = aside(reports[0], undefined, `v1:${'1'.repeat(32)}`);
    expect(sort(gone)).toMatchObject({ shown: reports, putAside: [], unused: gone(NAMES) });
    expect(sort(gone, true).unused).toEqual([]);
  });

  describe('by an earlier version', () => {
    const [first, second] = reports;
    if (first === undefined || second === undefined) throw new Error('two findings are expected');
    const entries = aside(first);
    const inside = (words: string): Span => {
      const { prose } = letter.text;
      const start = prose.text.lastIndexOf(words);
      return prose.span(start, start + words.length);
    };

    it.each<[string, Partial<Report>]>([
      ['marked other words', { span: inside('no red flag') }],
      ['related no other places', { related: [{ span: inside('cane'), message: '' }] }],
    ])('are known when the rule %s', (_, change) => {
      const now = { ...first, ...change };
      const sortNow = (report: Report) => sortOut(letter, [report], entries(NAMES), () => false);
      expect(sortNow(now)).toMatchObject({ shown: [now], putAside: [], unused: entries(NAMES) });
      const known = { ...now, formerly: [{ span: first.span }] };
      expect(sortNow(known)).toMatchObject({ shown: [], putAside: [known], unused: [] });
    });

    it('are known when the rule gave them to another issue', () => {
      const now = { ...second, formerly: [{ span: first.span, issue: first.issue }] };
      expect(sortOut(letter, [now], entries(NAMES), () => false).putAside).toEqual([now]);
      const elsewhere = { ...second, formerly: [{ span: first.span }] };
      expect(sortOut(letter, [elsewhere], entries(NAMES), () => false).shown).toEqual([elsewhere]);
    });

    it.each<[string, string, string]>([
      ['shorter', 'MTUS Knee Complaints 2004', 'MTUS Knee Complaints 2004, Section(s): Special Studies'],
      ['longer', 'MTUS Knee Complaints 2004, Section(s): Special Studies', 'MTUS Knee Complaints 2004'],
      ['to begin later', 'Knee Complaints 2004', 'MTUS Knee Complaints 2004'],
    ])('are known when a citation is found %s', (_, now, before) => {
      const relating = (words: string): Report => ({ ...first, related: [{ span: inside(words), message: '' }] });
      const old = aside(undefined, undefined, fingerprint(letter, relating(before)));
      expect(sortOut(letter, [relating(now)], old(NAMES), () => false).putAside).toHaveLength(1);
      const marking = (words: string): Report => ({ ...first, span: inside(words) });
      const marked = aside(undefined, undefined, fingerprint(letter, marking(before)));
      expect(sortOut(letter, [marking(now)], marked(NAMES), () => false).putAside).toHaveLength(1);
      expect(sortOut(letter, [marking('no red flag')], marked(NAMES), () => false).putAside).toEqual([]);
    });

    it('are known when another rule finds them now', () => {
      const now = { ...first, rule, formerly: [{ rule: 'missing-decision', span: first.span }] };
      expect(sortOut(letter, [now], entries(NAMES), () => false).putAside).toEqual([now]);
    });

    it.each<[string, (heading: Prose) => Prose]>([
      ['begins later', (heading) => heading.slice(4)],
      ['is read as one with the line before', (heading) => letter.text.prose.slice(heading.from - 6, heading.to)],
    ])('are known when a heading %s', (_, change) => {
      const issues = letter.issues.map((issue) => {
        const heading = change(issue.heading);
        return { ...issue, heading, request: { kind: 'whole' as const, treatment: heading } };
      });
      const now = { ...letter, issues };
      expect(fingerprint(now, first)).not.toBe(fingerprint(letter, first));
      expect(sortOut(now, reports, entries(NAMES), () => false).putAside).toEqual([first]);
    });

    it('do not hide the same finding in another issue', () => {
      expect(sortOut(letter, [second], entries(NAMES), () => false).shown).toEqual([second]);
    });
  });

  it('belong to a case, or to a file where the letter names no case', () => {
    expect(letterNames(letter, 'draft 2.txt')).toEqual(['CM16-0999001', 'draft 2.txt']);
    const posted = parseDetermination(broken.slice(broken.indexOf('HOW THE')));
    expect(letterNames(posted, 'CM14-0012345 final.txt')).toEqual(['CM14-0012345', 'CM14-0012345 final.txt']);
    expect(letterNames(posted, 'draft 2.txt')).toEqual(['draft 2.txt']);
  });

  it('stay aside when the case number is typed, or can be read, only later', () => {
    const entries = aside(reports[0], 'draft 2.txt');
    const now = sortOut(letter, reports, entries(letterNames(letter, 'draft 2.txt')), () => false);
    expect(now.putAside).toEqual([reports[0]]);
  });

  it.each([
    'CM 16-0999001',
    'cm16-0999001',
    'CM16\u20110999001',
    'CM16 \u2013 0999001',
    'CM160999001',
    'C\u00adM16-0999001',
  ])('are those of one case, written %j', (name) => {
    expect(sort(aside(reports[0], name)).putAside).toEqual([reports[0]]);
    expect(sort(aside(reports[0], name.replace('9001', '9002'))).putAside).toEqual([]);
  });
});

function withIssueBefore(source: string): string {
  const heading = source.indexOf('MRI of the left knee: Upheld');
  const second = source.indexOf('Norco 10/325mg #60: Upheld');
  return `${source.slice(0, heading)}${source.slice(second)}\n${source.slice(heading, second)}`;
}
