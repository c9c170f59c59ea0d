import { type Passage, passages } from '../determination/passages.ts';
import type { Finding, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'redaction-gap',
  title: 'A name was removed and left a broken sentence',
  category: 'text',
  severity: 'information',
  basis: 'Names are removed before a letter is posted; what is left must still be a sentence.',
  *check(letter) {
    for (const passage of passages(letter)) {
      const words = [...brokenWords(passage)];
      yield* words;
      // A gap that the words show already is one finding.
      for (const gap of gapsOfBlanks(passage, letter.text.source)) {
        if (!words.some(({ span }) => span.start < gap.span.end && gap.span.start < span.end)) yield gap;
      }
    }
  },
};
export default rule;

/** What a removed name leaves behind it in clean prose. Each form begins at the word that waits for the name. */
const BROKEN: readonly string[] = [
  // 'report by , the patient'
  '\\b(?:by|per|from|with|of|to|and|see|saw|Dr|Drs|Mr|Mrs|Ms|doctor|named|provider|physician)\\.? [,.;:)](?= |$)',
  // 'the listed diagnoses per are:', 'the report by dated 06/12/2014'
  '\\bper (?:are|is|was|were|dated|who|that|and|include|includes|indicates?|states?|noted?|requested|recommends?)\\b',
  '\\b(?:by|from) (?:dated|is|was|are|were|who|has|indicates?|states?|stated|noted|requested|recommends?|recommended|on \\d)(?! \\w+ing\\b)\\b',
  // 'Dr. on 12/07/2016', 'Mr. complained of', 'Dr. . He'
  '\\b(?:Drs?|Mrs?|Ms)\\.? (?!(?:de|del|della|la|le|van|von|di|da|du|st|el|al|ter|den)\\b)(?=[a-z]{2}|\\d|\\()',
  "\\b(?:Drs?|Mrs?|Ms)\\.(?:,|'s|’s| (?:The|On|He|She|In|This|At|According)\\b)",
  // 'a note by the Esquire', 'a letter from , Esq.'
  '\\b(?:by|from|of|per|with|to) the (?:Esquire|Esq)\\b',
  '\\b(?:by|from|per) (?:M\\.D\\.|D\\.C\\.|D\\.O\\.|Ph\\.D\\.|Esq\\b|Esquire\\b)',
  // 'more than per ear'
  '\\b(?:more|less|greater) than per\\b',
  // 'the patient, , was'
  '[a-z], ,(?= )',
];
const BROKEN_WORDS = new RegExp(BROKEN.map((form) => `(?:${form})`).join('|'), 'g');

function* brokenWords({ prose, issue }: Passage): Iterable<Finding> {
  for (const match of prose.text.matchAll(BROKEN_WORDS)) {
    const words = match[0].trimEnd();
    yield describe(prose.span(match.index, match.index + words.length), words, issue);
  }
}

/** Blanks where the name stood, behind a word that waits for one. */
const BLANKS = /(?<=\b(?:by|per|from|with|Dr\.|Mr\.|Ms\.|Mrs\.))[ \u00a0]{2,}(?=[a-z,.;])/g;

function* gapsOfBlanks({ prose, issue }: Passage, source: string): Iterable<Finding> {
  const { start, end } = prose.range;
  for (const match of source.slice(start, end).matchAll(BLANKS)) {
    const at = start + match.index;
    const from = source.lastIndexOf(' ', at - 1) + 1;
    const behind = at + match[0].length;
    const word = /^[\w,.;]+/.exec(source.slice(behind, behind + 30))?.[0] ?? '';
    const span = { start: Math.max(start, from), end: behind + word.length };
    yield describe(span, source.slice(span.start, span.end).replace(/\s+/g, ' … '), issue);
  }
}

const describe = (span: Finding['span'], words: string, issue: number | null): Finding => ({
  span,
  message: `“${words}”: something was removed here, and the sentence is broken.`,
  issue,
});
