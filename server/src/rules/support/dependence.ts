import type { Category, Determination, DisputedIssue, Premise } from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { goesWithOperation } from '../../determination/readers/shared/cues.ts';
import { findTreatments } from '../../determination/readers/treatments/treatments.ts';
import { areNear } from './nearParts.ts';

/** The rationale concludes the opposite of the decision, or both, which other rules report. */
export function contradictsItself({ decision, rationale }: DisputedIssue): boolean {
  if (decision?.kind !== 'decided' || rationale === null) return false;
  const { kind } = rationale.conclusion;
  return kind === 'contradictory' || kind === (decision.decision === 'upheld' ? 'necessary' : 'not-necessary');
}

/** The other issues that a rationale means where it says what became of an operation or a treatment; none if unsure. */
export function issuesMeant(
  letter: Determination,
  issue: DisputedIssue,
  { treatment, called, number }: Premise,
): readonly DisputedIssue[] {
  if (number !== null) return letter.issues.filter((other) => other.index === number - 1 && other !== issue);
  const others = letter.issues.filter((other) => other !== issue);
  if (treatment !== null) {
    if (names(issue).has(treatment.name)) return [];
    const named = others.filter((other) => names(other).has(treatment.name));
    if (named.length > 0) return named.filter((other) => areOfOnePart(issue, other));
  }
  // 'The injection', without its name.
  if (called === 'injection' && treatment === null && issue.category !== 'injection')
    return others.filter((other) => other.category === 'injection' && areOfOnePart(issue, other));
  if (called !== 'operation' || isOperationItself(issue) || CALLED_PROCEDURES.has(issue.category)) return [];
  return operations(letter).filter((other) => other !== issue && areOfOnePart(issue, other));
}

/** The operations that a letter decides, without what comes with them. */
const operations = oncePerLetter(({ issues }) => issues.filter(isOperationItself));

const isOperationItself = ({ category, heading }: DisputedIssue): boolean =>
  category === 'surgery' && !goesWithOperation(heading);

/** 'The procedure' may be the treatment in dispute. */
const CALLED_PROCEDURES: ReadonlySet<Category> = new Set<Category>(['injection']);

const names = ({ request }: DisputedIssue): ReadonlySet<string> =>
  new Set(findTreatments(request.treatment).map(({ value }) => value.name));

const areOfOnePart = (a: DisputedIssue, b: DisputedIssue): boolean =>
  a.bodyParts.length === 0 ||
  b.bodyParts.length === 0 ||
  a.bodyParts.some((own) => b.bodyParts.some((other) => areNear(own.value, other.value)));
