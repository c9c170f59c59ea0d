import type { Rationale } from '../../determination/model/determination.ts';
import { everywhere } from '../../text/pattern.ts';
import type { Prose } from '../../text/prose.ts';

/** What ends the clause that stands before the one that concludes: 'As the surgery is not medically necessary, …'. */
const EARLIER_CLAUSE = everywhere(/\bnecess(?:ary|ity)\b|;/);
/** Openings of a clause that gives the reason; what it names is not what is decided. */
const REASON =
  /^(?:(?:therefore|thus|hence|as such|consequently|in this case|likewise|further|so),? )?(?:as(?! such)|since|because|given|due to|without|until|unless|if|although|while|with|when|after|before|in light|in (?:the )?absence|based|considering|having|per|according)\b/i;
/** 'is not medically necessary for the left knee'; behind a comma another thought begins. */
const BEHIND = /^ (?:for|of|to) [^,;.]{1,120}/i;

/**
 * What a rationale's conclusions are about: of each sentence that concludes the words that name what is (not) necessary,
 * without those of other clauses.
 */
export const concludedOn: (rationale: Rationale) => readonly Prose[] = ({ body, conclusion: { statements } }) =>
  statements.flatMap(({ sentence, span }, i) => {
    // 'The injection is not medically necessary; therefore post-injection therapy is not': the last clause decides.
    if (statements[i + 1]?.sentence.start === sentence.start) return [];
    const from = body.indexOf(sentence.start);
    const end = body.endOf(span);
    // 'As the injection is medically necessary, the brace after it is too': what is read gives the reason alone.
    if (givesReason(body.text.slice(from, body.indexOf(span.start)), body.text.slice(end, body.indexOf(sentence.end))))
      return [];
    const behind = BEHIND.exec(body.text.slice(end, body.indexOf(sentence.end)))?.[0].length ?? 0;
    return body.slice(from + ownClause(body.text.slice(from, body.indexOf(span.start))), end + behind);
  });

/** The end of such a clause, and another after it. */
const FOLLOWS = /^[^,;.]{0,80}, /;

/** Whether a predicate stands in a clause that gives the reason for what follows, by the words before and after it. */
function givesReason(before: string, after: string): boolean {
  const clause = before.slice(lastClause(before)).trimStart();
  const opening = REASON.exec(clause)?.[0].length ?? -1;
  return opening >= 0 && !clause.includes(', ', opening) && FOLLOWS.test(after);
}

function lastClause(before: string): number {
  let start = 0;
  for (const match of EARLIER_CLAUSE.in(before)) start = match.index + match[0].length;
  return start;
}

/** Where the clause that concludes begins in the words before its predicate. */
function ownClause(before: string): number {
  const start = lastClause(before);
  const clause = before.slice(start).trimStart();
  return REASON.test(clause) ? Math.max(start, before.lastIndexOf(', ') + 1) : start;
}
