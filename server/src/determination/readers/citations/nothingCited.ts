import { everywhere } from '../../../text/pattern.ts';
import vocabulary from './citingNothing.json' with { type: 'json' };

/**
 * Whether a clause of a guideline part says in so many words that nothing was cited ('None consulted.', 'The reviewer
 * did not rely on any guideline.'). False where it names a source after all ('No guideline other than the MTUS …'), gives
 * a reason ('Because no guideline was cited …') or denies twice.
 */
export function saysNothingCited(clause: string): boolean {
  if (!MAY_DENY.test(clause)) return false;
  const words = clause
    .slice(0, LONGEST)
    .replaceAll('’', "'")
    .replace(/^[\s(["“]{1,20}|[\s.,;:!)\]"”]{1,20}$/g, '')
    .replace(/^(?:MTUS|ODG|ACOEM) ?: ?/, '')
    .replace(AND_THE_LIKE, '$1');
  return !SPEAKS_OF_SOME.test(words) && negations(words) === 1 && ROWS.some((row) => row.test(words));
}

/** Data of the table, for its tests. */
export const CITING_NOTHING = vocabulary;

/** No clause that says so is longer, in UTF-16 units. */
const LONGEST = 300;

/** Names of sources, and words that leave some source over. */
const SPEAKS_OF_SOME =
  /\b(?:MTUS|ODG|ACOEM|FDA|Official Disability|Medical Treatment Utilization|American|https?:|www\.|other|others|another|further|additional|except|but|besides|beyond|apart|aside|save|only|alone|unless|instead|rather|more than|outside|as well)\b|^(?:if|where|when|because|since|as|although|though|while|unless|given)\b|\b(?:chapter|section|schedule|regulation|handbook|text|book)\b/i;

/** 'No guideline, article or other source': the list of what was not cited ends so, and leaves no source over. */
const AND_THE_LIKE = /(\b(?:no|neither|not any|any) [^.;:]{1,80}\b(?:or|nor)) (?:any )?other(?= \w+(?: \w+)?$)/i;

const NEGATION = everywhere(
  /\b(?:no|not|none|nothing|nil|neither|never|without|cannot|unspecified|omitted|left blank|n ?[/.] ?a|fail(?:s|ed)? to|omit(?:s|ted)? to|declined? to)\b|n't\b/i,
);

/** What most citations have nothing of: quicker than to look for a denial. */
const MAY_DENY = /\bn|without|cannot|unspecified|omit|left blank|fail|declin|n['’]t/i;

const negations = (words: string): number => NEGATION.wordsIn(words).length;

const ROWS: readonly RegExp[] = vocabulary.rows.map(({ pattern }) => new RegExp(withWords(pattern), 'i'));

/** A row's pattern with the words that its braces stand for. */
function withWords(pattern: string): string {
  return pattern.replace(/\{([a-z ]+)\}/g, (_, name: string) => words(name));
}

function words(name: string): string {
  switch (name) {
    case 'label':
      return "(?:[a-z/' ]{1,40}: ?)?";
    case 'source':
      return source();
    case 'no source':
      return `(?:no|neither|not (?:a|one)) ${source()}(?:(?:, | or | nor | and |, or )${source()}){0,3}`;
    case 'cited':
      return `(?:(?:found|located) (?:or|and) )?(?:${vocabulary.cited.join('|')})(?: (?:or|nor|and) (?:${vocabulary.cited.join('|')}))?`;
    case 'cite':
      return `(?:${vocabulary.cite.join('|')}|${vocabulary.cited.join('|')})`;
    case 'cites':
      return `(?:${[...vocabulary.cite.map(third), ...vocabulary.cite, ...vocabulary.cited].join('|')})`;
    case 'any':
      return '(?:any|a|an|one|its|the use of any)';
    case 'aux':
      return '(?:is|are|was|were|has been|have been|(?:appears?|seems?) to have been)(?: (?:here|ever|expressly|specifically|otherwise))?';
    case 'not':
      return "(?:(?:did|does|do|has|have) not|(?:did|does|do|has|have)n't|cannot|never|fail(?:s|ed)? to|omit(?:s|ted)? to|declined? to)(?: \\w+ly)?";
    case 'by':
      return '(?: by [^,;:]{1,60}| (?:for|in|as to) th(?:is|e) [^,;:]{1,60}| here)?';
    default:
      throw new Error(`A row of citingNothing.json asks for {${name}}.`);
  }
}

function source(): string {
  const nouns = vocabulary.sources.map((noun) => noun.replace(/y$/, '(?:y|ies)'));
  return `(?:(?:${vocabulary.kinds.join('|')}) ){0,3}(?:${nouns.join('|')})s?(?: (?:of any (?:kind|sort|type|description)|whatever|whatsoever|at all))?`;
}

/** 'relies on' for 'rely on', 'cites' for 'cite'. */
function third(verb: string): string {
  const [head = '', ...rest] = verb.split(' ');
  return [head.endsWith('y') ? `${head.slice(0, -1)}ies` : `${head}s`, ...rest].join(' ');
}
