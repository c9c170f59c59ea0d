import type { Finding, Rule, SpellingDictionary } from '../checking/rule.ts';
import { CONFUSION_ROWS } from '../wording/confusions/rows.ts';
import { SLOTS } from '../wording/confusions/slots.ts';
import { rowSlips } from '../wording/grammar/rows.ts';
import { wordingOf } from '../wording/language.ts';
import { replacing } from '../wording/replacing.ts';
import { type Wording, wordings } from '../wording/wording.ts';
import list from '../wording/wrongWords.json' with { type: 'json' };
import { WrongWordFinder } from '../wording/wrongWords.ts';

const finder = new WrongWordFinder(list);

const rule: Rule = {
  name: 'wrong-word',
  title: 'A correctly spelled word in the wrong place',
  category: 'text',
  severity: 'information',
  basis:
    'Dictation, speech recognition, and hasty typing confuse such words; reported only where another word must be meant.',
  *check(letter, { dictionary }) {
    for (const wording of wordings(letter)) {
      const found = [...listed(wording), ...confused(wording), ...misfits(wording, dictionary)];
      if (found.length < 2) yield* found;
      else yield* withoutOverlaps(found);
    }
  },
};
export default rule;

/** Of findings that overlap, the one that begins first; of those that begin together, the one that was found first. */
function* withoutOverlaps(found: readonly Finding[]): Iterable<Finding> {
  let end = -1;
  for (const each of [...found].sort((a, b) => a.span.start - b.span.start)) {
    if (each.span.start < end) continue;
    yield each;
    end = each.span.end;
  }
}

/** Words that the list knows, with what is near them. */
function* listed({ passage: { prose, issue }, words }: Wording): Iterable<Finding> {
  for (const { index, length, right } of finder.find(words)) {
    const start = words[index]?.start ?? 0;
    const end = words[index + length - 1]?.end ?? start;
    const wrong = prose.text.slice(start, end);
    const span = prose.span(start, end);
    yield { span, message: messageOf(wrong, [right]), issue, fixes: [replacing(span, wrong, right)] };
  }
}

/** Words that sound like others, or are nearly the same. */
function* confused({ passage: { prose, issue } }: Wording): Iterable<Finding> {
  const passage = wordingOf(prose);
  const { reading } = passage;
  for (const { first, end, message, rights } of rowSlips(CONFUSION_ROWS, passage)) {
    const span = passage.span({ first, end });
    const wrong = reading.tokens.slice(first, end);
    yield { span, message, issue, fixes: rights.map((right) => replacing(span, wrong, right)) };
  }
}

/** Words in a slot that has others. What is not a word at all is a misspelling, which is found once the dictionary is loaded. */
function* misfits({ passage: { prose, issue } }: Wording, dictionary: SpellingDictionary | null): Iterable<Finding> {
  const passage = wordingOf(prose);
  const { reading } = passage;
  for (const { first, end, rights, isUsual } of SLOTS.find(passage)) {
    if (!isUsual && dictionary?.isKnown(reading.tokens.slice(first, end)) !== true) continue;
    const span = passage.span({ first, end });
    const wrong = reading.tokens.slice(first, end);
    yield {
      span,
      message: messageOf(wrong, rights),
      issue,
      fixes: rights.map((right) => replacing(span, wrong, right)),
    };
  }
}

const messageOf = (wrong: string, rights: readonly string[]): string =>
  `Did you mean ${rights.map((right) => `“${right}”`).join(' or ')} instead of “${wrong}”?`;
