import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../../server/src/checking/check.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { guidelineDocument } from '../../../server/src/features/guidelineDocument.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { bullets, type Markdown, md, paragraphs, table } from '../../../server/src/features/markdown.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { layGuidelines, readGuidelines } from '../../../server/src/team/guidelineFile.ts';
import { letterText } from './support.ts';

/** As VS Code’s preview of the catalogue does it, which takes HTML and makes links of addresses; and as its hover does it. */
const preview = markdownIt({ html: true, linkify: true });
preview.linkify.set({ fuzzyLink: false });
const renderers: readonly (readonly [string, (source: string) => string])[] = [
  ['the preview', (source) => preview.render(source)],
  ['the hover', (source) => marked.parse(source, { async: false })],
];

/** What a letter or a file may hold to reach the network, to run something, or to look like what it is not. */
const ATTACKS = [
  '![x](https://evil.example/p.png)',
  '[x](command:workbench.action.terminal.new)',
  '[![x](https://evil.example/p.png)](https://evil.example)',
  '<img src="https://evil.example/p.png">',
  '<script>alert(1)</script>',
  '<https://evil.example>',
  'https://evil.example/a`b|c',
  'www.evil.example',
  '//evil.example/p',
  'mailto:a@evil.example',
  'someone@evil.example',
  '[x][y]\n\n[y]: https://evil.example',
  '\n\n# Heading\n\n- item\n\n    code\n',
  '```\ncode',
  '| a | b |\n|---|---|',
  '- item',
  '12. item',
  '1) item',
  '+ item',
  '====',
  '> quoted',
  '~~gone~~ **bold** _slanted_ `code`',
  '&lt;b&gt; &#x5b;x](y)',
  '$x^2$',
  'tricked \u202Egnp.exe\u202C',
  'bell\u0007 and \u001B[31mred\u001B[0m',
  '\\[x](https://evil.example)',
  '`[x](https://evil.example)`',
];
const INERT = /<(?!\/?(?:p|strong|em|code|ul|li|h[1-4]|table|thead|tbody|tr|th|td)\b[^<>]*>)/;

/** Nothing but the marks that cards and catalogue are made of: no link, no picture, no HTML of another’s. */
function expectInert(source: string): void {
  for (const [name, render] of renderers) {
    expect(INERT.exec(render(source).replace(/ style="text-align:[a-z]+"/g, ''))?.input ?? null, name).toBeNull();
  }
  expect(source).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E]/);
}

describe('foreign words in Markdown', () => {
  it.each(ATTACKS)('are only words: %j', (attack) => {
    const pieces: readonly Markdown[] = [
      md`${attack}`,
      md`**${attack}**`,
      md`Before ${attack} *after*`,
      bullets([md`${attack}`]),
      table([md`Head`], [[md`${attack}`], [md`${attack}`]]),
      paragraphs([md`${attack}`, md`${attack}`]),
    ];
    for (const { source } of pieces) expectInert(source);
  });

  it('are only words, whatever they are', () => {
    const scrap = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '>',
        '`',
        '*',
        '_',
        '\\',
        '|',
        '\n',
        ' ',
        'https://',
        '#',
        '&',
        '@',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 12 }), (scraps) => {
        const words = scraps.join('');
        for (const { source } of [md`${words}`, md`A ${words} b`, table([md`Head`], [[md`${words}`, md`x`]])]) {
          expectInert(source);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('read as they are written', () => {
    const words = 'visits: 9-10 over 8 weeks (Myalgia & myositis), #60 *not* a_b 1. [x] 5 > 4 ~ $3 | end';
    const [, render] = renderers[0] ?? ['', () => ''];
    expect(render(md`${words}`.source)).toBe(`<p>${words.replace('&', '&amp;').replace('>', '&gt;')}</p>\n`);
    expect(md`9-10 visits over 8 weeks`.source).toBe('9-10 visits over 8 weeks');
  });

  it('fill every cell of a row', () => {
    const [, render] = renderers[0] ?? ['', () => ''];
    for (const attack of ATTACKS) {
      const rows = render(table([md`One`, md`Two`], [[md`${attack}`, md`second`]]).source).match(/<td>/g);
      expect(rows, attack).toHaveLength(2);
    }
  });
});

describe('an attack', () => {
  /** The shipped facts with a file over them whose every text is an attack. */
  const guidelines = (...attacks: readonly string[]) => {
    const fact = (words: string) => ({ note: words, source: words, certainty: 'seen' });
    const file = {
      name: attacks[0],
      chapters: attacks.map((words, i) => ({
        id: `c${i}`,
        publisher: 'ODG',
        name: words,
        parent: 'odg',
        ...fact(words),
      })),
      abbreviations: attacks.map((words, i) => ({ forms: [`OUR${i}`], meanings: [words], ...fact(words) })),
      limits: attacks.map((words, i) => ({
        id: `l${i}`,
        chapter: 'odg-knee',
        condition: words,
        categories: ['physical-therapy'],
        kind: 'total',
        visitsMax: 15,
        ...fact(words),
      })),
    };
    return layGuidelines([readGuidelines(JSON.stringify(file))]).catalogue;
  };

  it('in a guideline file is inert in the catalogue', () => {
    const shown = guidelineDocument(guidelines(...ATTACKS), '2024-05-04');
    expect(shown.match(/\| 15 visits/g)).toHaveLength(ATTACKS.length);
    expectInert(shown);
  });

  it.each(ATTACKS)('in a letter and in a guideline file is inert on every card: %j', (attack) => {
    const oneLine = attack.replaceAll(/\s+/g, ' ');
    const source = letterText({
      summary: `The injured worker is a 52 year old male. OUR0 tool ${attack} was used. He had 12 visits of physical therapy.`,
      issues: `Physical therapy 8 visits for the knee ${attack}: Upheld

Claims Administrator guideline: Decision based on MTUS ${oneLine} 2004, Section(s): ${oneLine}.

MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg, ${oneLine}.

Decision rationale: The guideline recommends up to 9 visits ${attack} over 8 weeks. The request is not medically necessary.
`,
    });
    const letter = parseDetermination(source);
    const known = { guidelines: guidelines(attack), reports: checkDetermination(letter, RULES), explains: true };
    const cards = new Set<string>();
    for (let at = 0; at <= source.length; at += 5) {
      const contents = hover(letter, at, known)?.contents;
      if (contents !== undefined && typeof contents === 'object' && 'value' in contents) cards.add(contents.value);
    }
    expect(cards.size).toBeGreaterThan(3);
    for (const card of cards) expectInert(card);
  });
});
