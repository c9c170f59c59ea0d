import { everywhere } from '../../../text/pattern.ts';
import type { Stretch } from '../citations/citationLists.ts';
import {
  conditionOf,
  GUIDELINE_SAYS,
  hasCondition,
  isReported,
  isReportedBehind,
  REQUEST,
} from '../shared/attribution.ts';
import { complementSense, governingWords } from '../shared/governingWords.ts';
import { around, BEGINS_SUBORDINATE, composed, mainStatement, REACH, type Statement } from './statement.ts';

const NOUN_VERB =
  /^([^;]{0,240}?)\b(?:is|are|was|were|has|have|had|can|could|does|do|did|cannot|would)(?: (?:not|also|therefore|clearly|adequately|sufficiently|fully|yet|been|be|appear|seem|to|otherwise|considered|deemed)){0,5} (?:established|supported|demonstrated|documented|met|shown|substantiated|provided|confirmed|evident|clear|proven|present|validated|justified|satisfied|warranted|apparent|found)\b/i;
const NOUN_DENIED =
  /\b(?:lack of|absence of|no|without|insufficient (?:evidence|documentation|information) (?:of|for)|(?:insufficient|inadequate|no|not enough|lack of|lacking)(?: \w+){1,5} (?:to|that|which|in order to) (?:supports?|establish(?:es)?|demonstrates?|justif(?:y|ies)|substantiates?|shows?|confirms?)|(?:not|cannot|fails? to|failed to|unable to) (?:\w+ly )?(?:establish|support|demonstrate|document|substantiate|meet|show|justify|confirm|corroborate|prove)) (?:the |any |a )?$/i;
const NOUN_SHOWN = /\b(?:establishes|supports|demonstrates|substantiates|confirms|corroborates) (?:the )?$/i;
const NOUN_PREDICATE = /\b(?:is|are|was|were)( not)? (?:considered |deemed |felt to be )?an? $/i;

const NOUN = everywhere(/\bmedical(?:ly)? (?:nec+es+ity|need)\b/i);

/**
 * What a sentence states of medical necessity by its noun: 'Medical necessity is not established', 'fails to establish
 * the medical necessity', 'is not a medical necessity', 'meets the criteria for the requested service'.
 */
export function nounStatementsIn(text: string, sentence: Stretch): readonly Statement[] {
  const statements = [...NOUN.in(text, sentence.start, sentence.end)].map((match) =>
    nounStatement(text, sentence, match),
  );
  return [...statements, criteriaStatement(text, sentence)].filter((statement) => statement !== null);
}

function nounStatement(text: string, sentence: Stretch, match: RegExpExecArray): Statement | null {
  const nounEnd = match.index + match[0].length;
  const near = around(sentence, match.index, nounEnd);
  const left = text.slice(near.start, match.index);
  const right = text.slice(nounEnd, near.end);
  const statement = (kind: Statement['kind'], start: number, end: number, subject = `${left} ${right}`): Statement =>
    mainStatement(kind, start, end, sentence, subject);
  if (isReportedBehind(right)) return null;
  const denied = NOUN_DENIED.exec(left);
  if (denied !== null)
    return isReported(left) ? null : statement(deniedSense(left, denied, right), near.start + denied.index, nounEnd);
  if (isReported(left)) return null;
  const predicate = NOUN_PREDICATE.exec(left);
  if (predicate !== null) {
    if (conditionOf(text, sentence, left, right, match.index) !== 'none') return null;
    const sense = governingWords(left.slice(0, predicate.index)).sense;
    return statement(composed(sense, predicate[1] === undefined ? 0 : 1), near.start + predicate.index, nounEnd);
  }
  if (hasCondition(left)) return null;
  const verb = NOUN_VERB.exec(right);
  if (verb !== null) {
    const negative = /\b(?:not|cannot)\b/i.test(verb[0]);
    if (!negative && hasCondition(right)) return null;
    const subject = `${left} ${verb[1] ?? ''} ${right.slice(verb[0].length)}`;
    const sense =
      UNSURE.test(left) || / (?:is|are|was|were) not\b/i.test(verb[1] ?? '') ? 'obscure' : governingWords(left).sense;
    return statement(composed(sense, negative ? 1 : 0), match.index, nounEnd + verb[0].length, subject);
  }
  const shown = NOUN_SHOWN.exec(left);
  if (shown === null || !REQUEST.test(right) || GUIDELINE_SAYS.test(left)) return null;
  return statement(composed(governingWords(left.slice(0, shown.index)).sense, 0), near.start + shown.index, nounEnd);
}

/** 'Nor medical necessity has been shown', 'questionable medical necessity is …'. */
const UNSURE = /\b(?:nor|neither|hardly|scarcely|little|questionable|doubtful|alleged|supposed)\s*$/i;

/** 'There is no lack of medical necessity', 'does not fail to establish', 'the lack … has not been shown' deny twice. */
function deniedSense(left: string, denied: RegExpExecArray, right: string): Statement['kind'] {
  const before = left.slice(0, denied.index);
  if (/\b(?:no|not|not (?:a|any)|never|without|hardly)\s*$/i.test(before)) return 'unclear';
  const verb = NOUN_VERB.exec(right);
  if (verb !== null && /\b(?:not|cannot)\b/i.test(verb[0])) return 'unclear';
  return composed(complementSense(before), 1);
}

/** 'The clinical information submitted meets the guidelines' criteria for the requested service.' */
const MEETS =
  /\b(?:information|documentation|records?|request|presentation|history)\b[^;]{0,60}?\b((?:does not|do not|did not|fails? to|failed to) )?(?:meets?|satisf(?:y|ies)|fulfills?|met)\b[^;]{0,60}\b(?:criteria|guidelines?)\b[^;]{0,20} for the (?:request(?:ed)?|disputed)\b/i;

function criteriaStatement(text: string, sentence: Stretch): Statement | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2 * REACH));
  const match = MEETS.exec(words);
  if (match === null || hasCondition(words) || BEGINS_SUBORDINATE.test(words)) return null;
  const denials = match[1] === undefined && !/\bnot\b/i.test(match[0]) ? 0 : 1;
  const predicate = match.index + match[0].search(/\b(?:meets?|satisf|fulfill|met)/i);
  return {
    kind: composed(complementSense(words.slice(0, predicate)), denials),
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    sentence,
    subject: 'the requested service',
    subordinate: false,
  };
}
