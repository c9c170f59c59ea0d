import type { Finding, Rule } from '../checking/rule.ts';
import { everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { readDirections } from './support/directions.ts';

const PIECES = everywhere(/# ?(\d{1,4})\b/);

const rule: Rule = {
  name: 'dose-arithmetic',
  title: 'Dose × frequency × days is not the number dispensed',
  category: 'visits',
  severity: 'warning',
  basis: 'The number in the heading is what is decided; the directions beside it say how many are needed.',
  *check({ issues }) {
    for (const { category, heading, index } of issues) {
      if (category === 'medication') yield* check(heading, index);
    }
  },
};
export default rule;

/** No fix: whether the number or the directions are wrong, only the prescription can say. */
function* check(heading: Prose, issue: number): Iterable<Finding> {
  const { text } = heading;
  const [pieces, ...others] = PIECES.in(text);
  if (pieces === undefined || others.length > 0) return;
  const rest = `${text.slice(0, pieces.index)} ; ${text.slice(pieces.index + pieces[0].length)}`;
  const directions = readDirections(rest);
  if (directions === null) return;
  const { dose, timesADay, days } = directions;
  const needed = dose * timesADay * days;
  if (needed === Number(pieces[1])) return;
  yield {
    span: heading.spanOf(pieces),
    message: `${dose} × ${timesADay} a day × ${days} days is ${needed}, not #${pieces[1]}.`,
    issue,
  };
}
