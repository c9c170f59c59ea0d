import type { Finding, Rule } from '../checking/rule.ts';
import { type Passage, passages } from '../determination/lines/passages.ts';
import { everywhere } from '../text/pattern.ts';
import { overlaps } from '../text/span.ts';
import { type Form, findForms, formsIn } from '../wording/forms.ts';
import { WordSet } from '../wording/wording.ts';
import { WAITS_FOR_NAME } from './support/removedNames.ts';

const rule: Rule = {
  name: 'redaction-gap',
  title: 'A name was removed and left a broken sentence',
  category: 'text',
  severity: 'information',
  basis: 'Names are removed before a letter is posted; what is left must still be a sentence.',
  // 'more than          per ear': the blanks are marked, once.
  yieldsTo: ['placeholder'],
  *check(letter) {
    const forms = formsIn(letter, BROKEN);
    for (const passage of passages(letter)) {
      const words = [...brokenWords(passage, forms)];
      yield* words;
      // A gap that the words show already is one finding.
      for (const gap of gapsOfBlanks(passage)) {
        if (!words.some(({ span }) => overlaps(span, gap.span))) yield gap;
      }
    }
  },
};
export default rule;

/** What a removed name leaves behind it in clean prose. Each form begins at the word that waits for the name. */
const BROKEN: readonly Form<'broken'>[] = [
  // 'report by , the patient'
  {
    kind: 'broken',
    trace: / [,.;:)]/,
    pattern: everywhere(
      /\b(?:by|per|from|with|of|to|and|see|saw|Drs?|Mrs?|Ms|doctor|named|provider|physician)\.? [,.;:)](?= |$)/,
    ),
  },
  // 'the listed diagnoses per are:'
  {
    kind: 'broken',
    words: new WordSet('per'),
    pattern: everywhere(
      /\bper (?:are|is|was|were|dated|who|that|and|includes?|indicates?|states?|noted?|requested|recommends?)\b/,
    ),
  },
  // 'the report by dated 06/12/2014'
  {
    kind: 'broken',
    trace: /(?:by|from) (?:dated|is|was|are|were|who|has|ind|sta|not|req|rec|on \d)/,
    pattern: everywhere(
      /\b(?:by|from) (?:dated|is|was|are|were|who|has|indicates?|states?|stated|noted|requested|recommends?|recommended|on \d)\b/,
    ),
  },
  // 'Dr. on 12/07/2016', 'Mr. complained of', 'Dr. . He'
  {
    kind: 'broken',
    words: new WordSet('dr drs mr mrs ms'),
    pattern: everywhere(
      /\b(?:Drs?|Mrs?|Ms)\.? (?!(?:de|del|della|dello|dei|dos|das|la|le|lo|van|von|vander|vom|zu|zur|di|da|du|do|st|el|al|ter|ten|den|bin|ibn|abu|ap|af|y)\b|[dlo]['’])(?=[a-z]{2}|\d|\()|\b(?:Drs?|Mrs?|Ms)\.(?:,|'s|’s| (?:The|On|He|She|In|This|At|According)\b)/,
    ),
  },
  // 'a note by the Esquire', 'a letter from M.D.'
  {
    kind: 'broken',
    words: new WordSet('esquire esq'),
    pattern: everywhere(/\b(?:by|from|of|per|with|to)(?: the)? (?:Esquire|Esq)\b/),
  },
  {
    kind: 'broken',
    strings: ['M.D.', 'D.C.', 'D.O.', 'Ph.D.'],
    pattern: everywhere(/\b(?:by|from|per) (?:M\.D\.|D\.C\.|D\.O\.|Ph\.D\.)/),
  },
  // 'more than per ear'
  { kind: 'broken', words: new WordSet('per'), pattern: everywhere(/\b(?:more|less|greater) than per\b/) },
  // 'the patient, , was'
  { kind: 'broken', strings: [', ,'], pattern: everywhere(/[a-z], ,(?= )/) },
];

function* brokenWords({ prose, issue }: Passage, forms: readonly Form<'broken'>[]): Iterable<Finding> {
  for (const { match } of findForms(prose.text, forms)) {
    const words = match[0].trimEnd();
    yield describe(prose.span(match.index, match.index + words.length), words, issue);
  }
}

/** Blanks where the name stood, behind a word that waits for one. */
const LEAST_BLANKS = 2;
const GOES_ON = /[a-z,.;]/;

function* gapsOfBlanks({ prose, issue }: Passage): Iterable<Finding> {
  for (const { index } of prose.wideBlanks(LEAST_BLANKS)) {
    const { text } = prose;
    if (!GOES_ON.test(text.charAt(index + 1)) || !WAITS_FOR_NAME.test(text.slice(Math.max(0, index - 5), index)))
      continue;
    const from = text.lastIndexOf(' ', index - 1) + 1;
    const rest = /^[\w,.;]+/.exec(text.slice(index + 1, index + 31))?.[0] ?? '';
    const end = index + 1 + rest.length;
    yield describe(prose.span(from, end), `${text.slice(from, index)} … ${text.slice(index + 1, end)}`, issue);
  }
}

const describe = (span: Finding['span'], words: string, issue: number | null): Finding => ({
  span,
  message: `“${words}”: something was removed here, and the sentence is broken.`,
  issue,
});
