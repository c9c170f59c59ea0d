import { type Everywhere, everywhere } from '../../../text/pattern.ts';
import type { Stretch } from '../citations/citationLists.ts';
import { isConditionBefore, isOfGuideline, isOfPeople, isRelative } from '../shared/attribution.ts';
import vocabulary from './concludingWords.json' with { type: 'json' };

/**
 * The sentences of a rationale that seem to conclude, in whatever words: they rate, grant, withhold or recommend, and no
 * guideline, review or physician is said to do so. What they conclude is not understood here; that nothing concludes may
 * be said only where there is no such sentence.
 */
export function concludingSentences(text: string, sentences: readonly Stretch[], heading: string): readonly Stretch[] {
  const named = namesIn(heading);
  const firstOfEnd = sentences.length - LAST_SENTENCES;
  const verdicts = sentences.map(({ start, end }, i) =>
    readVerdict(text.slice(start, Math.min(end, start + LONGEST)), i >= firstOfEnd, named),
  );
  const found = sentences.filter((_, i) => verdicts[i] === 'may-conclude');
  if (found.length > 0) return found;
  const last = sentences.at(-1);
  // The last word is the verdict's place: one that tells nothing of the record may be it.
  const tells = last === undefined || verdicts.at(-1) === 'of-others' || FACT.test(text.slice(last.start, last.end));
  return tells ? [] : [last];
}

/** Those after a plain conclusion that may take it back: 'the second set is not', 'it can hardly be called medically necessary'. */
export const afterthoughts = (text: string, sentences: readonly Stretch[]): readonly Stretch[] =>
  sentences.filter(({ start, end }) => {
    const words = text.slice(start, Math.min(end, start + LONGEST));
    // 'Tapering would be medically necessary' is of another day.
    return !/\bwould\b/i.test(words) && verdictBy(LATE_ROWS, words, new Set()) === 'may-conclude';
  });

export type Verdict =
  /** It rates, grants, withholds or recommends. */
  | 'may-conclude'
  /** It does so in the words of a guideline, a review or a physician, or under a condition. */
  | 'of-others'
  | 'none';

/**
 * What one sentence does. `atEnd`: it is one of the rationale's last, where milder words conclude too. `named`: words that
 * name what is in dispute, in lower case.
 */
export function readVerdict(sentence: string, atEnd: boolean, named: ReadonlySet<string> = new Set()): Verdict {
  if (atEnd && CURT.test(sentence)) return 'may-conclude';
  return verdictBy(atEnd ? ROWS : ANYWHERE, sentence, named);
}

function verdictBy(rows: readonly Row[], sentence: string, named: ReadonlySet<string>): Verdict {
  const words = QUOTED.replaceIn(sentence, (quoted) => ' '.repeat(quoted.length));
  let verdict: Verdict = words === sentence ? 'none' : 'of-others';
  for (const { start, end } of clausesIn(words)) {
    const clause = words.slice(start, end).replace(/[\s.,!?)"”’]{1,20}$/, '');
    const spoken = new Set(WORD.wordsIn(clause.toLowerCase()));
    for (const row of rows) {
      if (!row.needs.some((word) => spoken.has(word))) continue;
      for (const { 0: found, index } of row.pattern.in(clause)) {
        const before = clause.slice(0, index);
        const after = clause.slice(index + found.length);
        if (isReviewers(row, { earlier: words.slice(0, start), before, found, after }, named)) return 'may-conclude';
        verdict = 'of-others';
      }
    }
  }
  return verdict;
}

const WORD = everywhere(/[a-z]+(?:['’-][a-z]+)*/);

/** A record's or a guideline's words. */
const FACT = new RegExp(
  `\\d|\\bthere (?:is |are |was |were )?(?:also )?no\\b|\\b(?:does|do|did|has|have) not \\w|\\b(?:has|have) (?!earned|deserved|justified|proved|cleared|prevailed|carried)\\w+ed\\b|\\b(?:${oneOf(vocabulary.facts)})\\b`,
  'i',
);

/** The table, for its tests. */
export const CONCLUDING_WORDS = vocabulary;

const LAST_SENTENCES = 2;
/** In UTF-16 units: longer sentences are prose that lost its stops. */
const LONGEST = 900;
const QUOTED = everywhere(/["“][^"“”]{0,400}["”]/);
/** 'Fix it.', 'Proceed.' */
const CURT = /^[A-Z][a-z]+(?: [a-z]+)?[.!]?$/;

interface Row {
  readonly notOf: string;
  /** A clause without any of these words is not searched; most have none. In lower case. */
  readonly needs: readonly string[];
  readonly pattern: Everywhere;
}

function oneOf(words: string): string {
  return words.split(' ').join('|');
}

type Data = (typeof vocabulary.rows)[number];

/** A row with the words that its braces stand for. */
const rowOf = ({ notOf, needs, pattern }: Data): Row => ({
  notOf,
  needs: withLists(needs, (words) => words).split(' '),
  pattern: everywhere(
    new RegExp(
      withLists(pattern, (words) => `(?:${oneOf(words)})`),
      'i',
    ),
  ),
});

const LISTS: ReadonlyMap<string, string> = new Map(Object.entries(vocabulary.words));

const withLists = (text: string, written: (words: string) => string): string =>
  text.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const words = LISTS.get(name);
    if (words === undefined) throw new Error(`A row of concludingWords.json asks for {${name}}.`);
    return written(words);
  });

const ROWS: readonly Row[] = vocabulary.rows.map(rowOf);
const ANYWHERE: readonly Row[] = ROWS.filter((_, i) => vocabulary.rows[i]?.where === 'anywhere');
const LATE_ROWS: readonly Row[] = ROWS.filter((_, i) => vocabulary.rows[i]?.late === true);

/** Words that may conclude, and what stands around them: the sentence before their clause, and the clause. */
interface Place {
  readonly earlier: string;
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

function isReviewers({ notOf }: Row, { earlier, before, found, after }: Place, named: ReadonlySet<string>): boolean {
  if (isConditionBefore(before) || isRelative(before)) return false;
  if (notOf === 'nobody') return true;
  if (notOf === 'others' && (!isDefinite(before, named) || CONDITION_AFTER.test(after))) return false;
  // 'The guideline says: …', 'the surgeon writes, and so does she, that …'.
  const thought = earlier.slice(Math.max(earlier.lastIndexOf('; '), earlier.search(LAST_STOP)) + 1);
  const left = ASIDE.replaceIn(`${thought}${before}${found}`, ' ');
  if (isOfPeople(left)) return false;
  return notOf === 'people' || !isOfGuideline(left);
}

/** ', which no guideline calls so,'. */
const ASIDE = everywhere(/, (?:which|who|whom|whose|as)\b[^,;]{1,120},/);
const LAST_STOP = /\. (?=[A-Z][^.]*$)/;
/** 'is warranted if the joint gives way', 'in patients who …': when, not that. */
const CONDITION_AFTER =
  /^[^,;]{0,60}\b(?:if|when(?! (?:it|he|she|they) was)|whenever|where|unless|until|(?:in|for) (?:patients|cases|those|individuals|people))\b/i;

/** Of something of this letter: 'these visits', 'the brace', 'surgery'. 'Long-term use is not advised' is of all such use. */
function isDefinite(before: string, named: ReadonlySet<string>): boolean {
  const subject = before.slice(before.lastIndexOf(', ') + 1);
  const words = subject.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.length <= MOST_BARE || DEFINITE.test(subject) || words.some((word) => named.has(word));
}

/** So few words are no statement about all treatments of a kind. */
const MOST_BARE = 2;

const namesIn = (heading: string): ReadonlySet<string> => new Set(heading.toLowerCase().match(/[a-z]{4,}/g) ?? []);

const DEFINITE = new RegExp(
  `\\b(?:${oneOf(vocabulary.words.definite)}|request\\w*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d+)\\b`,
  'i',
);

/** Where one thought ends and another begins. */
const BREAK = everywhere(/[;:—] |\. (?=[A-Z])|, (?:and|but|so|yet|nor|for|therefore|thus|hence)\b | but /i);

function clausesIn(sentence: string): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let start = 0;
  for (const match of BREAK.in(sentence)) {
    clauses.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...clauses, { start, end: sentence.length }];
}
