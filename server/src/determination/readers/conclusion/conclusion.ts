import type { PlacedPassage } from '../../../language/placed.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { ConcludingStatement, Conclusion } from '../../model/determination.ts';
import { premisesOf } from '../premises/premises.ts';
import { readCategory } from '../treatments/category.ts';
import { type Heading, headingOf } from './about/referent.ts';
import { derivationOf } from './explain.ts';
import type { Statement } from './statements/statement.ts';
import { statementsIn } from './statements/statements.ts';
import { unreadIn } from './unread.ts';
import { verdictOf } from './verdict.ts';

/**
 * What the rationale concludes: whether the treatment in dispute, which the `heading` names, is medically necessary. Both
 * are pieces of one letter.
 */
export const readConclusion = (rationale: Prose, heading: Prose): Conclusion =>
  passageOf(rationale).onceOf(concludedIn, heading, heading.text);

/** What a heading asks for, as statements are compared with it. */
export const headingIn = (heading: Prose): Heading =>
  headingOf(passageOf(heading), readCategory(heading).value === 'surgery');

function concludedIn(passage: PlacedPassage, heading: Prose): Conclusion {
  const asked = headingIn(heading);
  const all = statementsIn(passage, asked);
  const verdict = verdictOf(passage, all, asked);
  const { kind, deciding } = verdict;
  const unread = unreadIn(passage, all, verdict, asked);
  return {
    kind: unread.length > 0 ? 'unclear' : kind,
    statements: deciding.map(
      (statement): ConcludingStatement => ({
        kind: kindOf(statement),
        span: passage.span(statement),
        sentence: passage.span(statement.sentence),
        derivation: derivationOf(passage, statement),
      }),
    ),
    unread: unread.map((sentence) => passage.prose(sentence)),
    premises: premisesOf(passage, all),
  };
}

const kindOf = ({ sign, isPartial }: Statement): ConcludingStatement['kind'] =>
  isPartial ? 'partly' : sign > 0 ? 'necessary' : 'not-necessary';
