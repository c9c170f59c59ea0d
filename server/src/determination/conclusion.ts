import type { Prose } from '../text/prose.ts';
import { looseStatementsIn, type Statement, statementsIn } from './concludingStatements.ts';
import type { Conclusion, ConclusionKind } from './model.ts';
import { sentencesIn } from './sentences.ts';

/** What the rationale concludes: whether the treatment in dispute, which the `heading` names, is medically necessary. */
export function readConclusion(rationale: Prose, heading: string): Conclusion {
  const statements = findStatements(rationale);
  return {
    kind: weigh(statements, heading),
    statements: statements.map(({ kind, start, end, sentence }) => ({
      kind,
      span: rationale.span(start, end),
      sentence: rationale.span(sentence.start, sentence.end),
    })),
  };
}

/** Any sentence that may say something of it. */
const SPEAKS = /\bmedi|nec+es|request|criteria/i;
/** The notice that follows decisions about opioids; its 'medical necessity' concludes nothing. */
const NOTICE = /\bdecision (?:addresses|should not be interpreted)\b|\badvised to (?:consult|speak)\b/i;
/** A conclusion in other words stands near the end. */
const LAST_SENTENCES = 4;

function findStatements(prose: Prose): readonly Statement[] {
  const { text } = prose;
  const sentences = sentencesIn(prose).filter(({ start, end }) => {
    const words = text.slice(start, end);
    return SPEAKS.test(words) && !NOTICE.test(words);
  });
  const spelt = sentences.flatMap((sentence) => statementsIn(text, sentence));
  const plain = spelt.length > 0 ? spelt : sentences.flatMap((sentence) => statementsIn(text, sentence, 'corrected'));
  const main = plain.filter(({ subordinate }) => !subordinate);
  if (main.length > 0) return main;
  if (plain.length > 0) return plain;
  return sentences.slice(-LAST_SENTENCES).flatMap((sentence) => looseStatementsIn(text, sentence));
}

/** The last statement decides, unless another of the same treatment says the opposite. */
function weigh(statements: readonly Statement[], heading: string): ConclusionKind {
  const last = statements.at(-1);
  if (last === undefined) return 'none';
  const relations = statements.map((statement) => relate(statement, last, heading));
  if (relations.includes('contradicts')) return 'contradictory';
  return relations.includes('divides') ? 'partly' : last.kind;
}

/** How an earlier statement stands to the last one. */
function relate(
  statement: Statement,
  last: Statement,
  heading: string,
): 'agrees' | 'contradicts' | 'divides' | 'elsewhere' {
  if (statement.kind === last.kind) return 'agrees';
  if (statement.kind === 'partly' || last.kind === 'partly') return 'divides';
  if (REST.test(statement.subject) || REST.test(last.subject)) return 'divides';
  const words = contentWords(statement.subject);
  // 'The request' is for what the heading names.
  const isNamed = contentWords(last.subject).size > 0;
  const subject = isNamed ? last.subject : heading;
  const lastWords = contentWords(subject);
  if (words.size > 0 && lastWords.size > 0) {
    if (![...words].some((word) => lastWords.has(word))) return isNamed ? 'elsewhere' : unnamed(statement);
    return differ(numbers(statement.subject), numbers(subject)) ? 'divides' : 'contradicts';
  }
  return unnamed(statement);
}

/** 'The surgery is medically necessary. … The request is not medically necessary.' is about two things. */
const unnamed = ({ subject }: Statement): 'contradicts' | 'elsewhere' =>
  (REQUEST.test(subject) || contentWords(subject).size === 0) && !SURGERY.test(subject) ? 'contradicts' : 'elsewhere';

/** An ancillary service's rationale speaks of the surgery first. */
const SURGERY = /\b(?:surg|procedure|operati)/i;
const REQUEST = /\brequest/i;
const REST = /\b(?:remaining|remainder|rest of|balance of|other half)\b/i;
const NUMBER = /\b\d{1,3}\b/g;
const WORD = /[a-z]{4,}/g;

/** Words that say nothing of what the treatment is. */
const GENERAL: ReadonlySet<string> = new Set(
  'request requested requests requesting treatment treatments service services item items therefore thus hence based upon this that these those such with from were been being medical medically necessary necessity additional further also documentation provided submitted records review evidence guideline guidelines current present case patient worker injured applicant lack time above information care therapy following given here other original eligible portion remaining retrospective prospective than then there which have conversely accordingly likewise consequently reasons left right bilateral upper lower extremity'.split(
    ' ',
  ),
);

function contentWords(subject: string): ReadonlySet<string> {
  return new Set((subject.toLowerCase().match(WORD) ?? []).filter((word) => !GENERAL.has(word)));
}

const numbers = (subject: string): ReadonlySet<string> => new Set(subject.match(NUMBER) ?? []);

const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((number) => b.has(number));
