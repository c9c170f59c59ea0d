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
    const behind = BEHIND.exec(body.text.slice(end, body.indexOf(sentence.end)))?.[0].length ?? 0;
    return body.slice(from + ownClause(body.text.slice(from, body.indexOf(span.start))), end + behind);
  });

/** Where the clause that concludes begins in the words before its predicate. */
function ownClause(before: string): number {
  let start = 0;
  for (const match of EARLIER_CLAUSE.in(before)) start = match.index + match[0].length;
  const clause = before.slice(start).trimStart();
  return REASON.test(clause) ? Math.max(start, before.lastIndexOf(', ') + 1) : start;
}
