import type { Finding, Rule } from '../checking/rule.ts';
import { formBeforeCredentials, type Passage, passages } from '../determination/lines/passages.ts';
import { type Everywhere, everywhere, here } from '../text/pattern.ts';
import { inAddress } from '../wording/stretches.ts';

/** Words that begin sentences: behind a single letter or a number only they tell where a sentence ends. */
const OPENER =
  '(?:The|This|There|These|Those|Therefore|In|On|At|As|A|An|He|She|It|His|Her|They|However|According|Physical|Treatment|Medications?|Current|Objective|Subjective|Examination|Patient|Injured|Request|Per|Based|Given|No|Prior|Utilization|MTUS|ODG|Since|If|When|While|Although|Additionally|Furthermore|For|With|By|To|After|Pain|Documentation|Guidelines)';

/**
 * Two characters between which a blank might be missing, and what tells so behind them. Several patterns without
 * lookahead: each skips through a text several times as fast as one of all of them.
 */
const CANDIDATES: readonly Everywhere[] = [
  everywhere(/[.!?,;:)"”’][A-Za-z]/),
  everywhere(/[A-Za-z'’]\(/),
  everywhere(/[a-z\d][A-Z][a-z]/),
  everywhere(/\d(?:and|the|with|for)\b/),
];

/**
 * What must stand before and behind such a place for the blank to be missing. Not touched: figures ('1,000', 'L4,L5'),
 * endings in brackets ('visit(s)'), prefixes in brackets ('(non)steroidal').
 */
const FORMS: readonly (readonly [before: string, behind: string])[] = [
  // 'documented.In', '2016.In', 'mg.The', 'elbow).The', '50%.The', 'VAS.Physical', 'stable."The'
  [
    '(?:[a-z]{2}|[a-z][)\\]"”’]|[\\d%°)\\]][)\\]"”]?|[A-Z]{2})[.!?]["”’)]?',
    '(?:[A-Z][a-z]{2}|(?:In|On|At|As|He|It|No|An|By|To|If|Mr|Ms|Dr)\\b|A (?=\\w)|[A-Z]-[a-z]{3})',
  ],
  // 'pain.MRI'
  ['[a-z]{3}[.!?]', '[A-Z]{2,5}\\b(?![.@/])'],
  // 'vitamin D.The'; 'P.A.' and 'P.As' are initialisms
  ['(?<![.A-Za-z])[A-Za-z]\\.', `(?!As?\\b)${OPENER}\\b`],
  // 'stable".The'
  ['[a-z]["”]\\.', '[A-Z][a-z]'],
  // 'pain,stiffness', 'pain;stiffness', 'follows:Recommended'
  ['[a-z]{2}[,;]', '[A-Za-z][a-z]{2}'],
  ['[a-z]{3}:', '[A-Z][a-z]{2}'],
  // '2016,the'
  ['\\d[,;]', '(?:the|and|with|for|to|which|he|she|a|in|on|but|who)\\b'],
  // 'Electromyography(EMG)', 'therapy(12'
  ["[A-Za-z][a-z'’]", '\\((?!(?:s|es|ies|n|ing|ed|al|y|d|r)\\))(?:[A-Za-z]{3}|\\d)'],
  // '(EMG)of', '(EMG)The'
  [
    '[A-Za-z\\d%]\\)',
    '(?:(?:and|of|for|to|the|with|was|is|in|on|or|from|at|by|were|are|has|have|as|that|which|per)\\b|[A-Z][a-z]{2})',
  ],
  // 'patientHowever': no brand's second word begins sentences
  ['[a-z]{3}', '(?:The|This|There|These|However|Therefore|According|She|They)\\b'],
  // '2016In'
  ['\\b(?:19|20)\\d\\d', '(?:The|In|On|He|She|This|There|and|the|with|for)\\b'],
];
const MISSING = here(new RegExp(FORMS.map(([before, behind]) => `(?<=${before})(?=${behind})`).join('|')));

const rule: Rule = {
  name: 'missing-space',
  title: 'Two words or sentences run together',
  category: 'text',
  severity: 'information',
  basis: 'A slip of the pen.',
  *check(letter) {
    for (const passage of [...formBeforeCredentials(letter), ...passages(letter)]) {
      for (const candidate of CANDIDATES) yield* gluedWords(passage, candidate);
    }
  },
};
export default rule;

function* gluedWords({ prose, issue }: Passage, candidate: Everywhere): Iterable<Finding> {
  const { text } = prose;
  for (const { index } of candidate.in(text)) {
    const at = index + 1;
    if (!MISSING.matchesAt(text, at) || inAddress(text, at)) continue;
    const start = text.lastIndexOf(' ', at - 1) + 1;
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    const before = text.slice(Math.max(start, at - 24), at);
    const after = text.slice(at, Math.min(end, at + 24)).replace(/[.,;:]{1,24}$/, '');
    const span = prose.span(at - before.length, at + after.length);
    yield {
      span,
      message: `A space is missing: “${before} ${after}”.`,
      issue,
      fixes: [
        {
          title: 'Insert the space',
          edits: [{ span: prose.span(at, at), newText: ' ' }],
          kind: 'mechanical',
        },
      ],
    };
  }
}
