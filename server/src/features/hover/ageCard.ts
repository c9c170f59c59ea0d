import { asRead } from '../../determination/model/determination.ts';
import { yearsBetween } from '../../determination/readers/dates/calendar.ts';
import { contains } from '../../text/span.ts';
import { joined, md, NOTHING } from '../markdown.ts';
import type { CardProvider } from './card.ts';

/** On the worker's age: how old that makes the worker at the injury, and whether the letter gives another age. */
export const ageCard: CardProvider = ({ workerMentions, header, patient }, offset) => {
  const ages = workerMentions.flatMap((each) => (each.kind === 'age' ? each : []));
  const here = ages.find(({ span }) => contains(span, offset));
  if (here === undefined) return null;
  const injury = asRead(header.dateOfInjury)?.value ?? patient.dateOfInjury?.value;
  const decision = asRead(header.decisionDate)?.value;
  const years = injury === undefined || decision === undefined ? 0 : Math.floor(yearsBetween(injury, decision));
  const then =
    years > 0 && years < here.value
      ? md`Hurt ${years} ${years === 1 ? 'year' : 'years'} before the decision, at about ${here.value - years}.`
      : NOTHING;
  const others = [...new Set(ages.map(({ value }) => value))].filter((age) => age !== here.value);
  const elsewhere = others.length > 0 ? md`The letter also gives ${others.join(', ')}.` : NOTHING;
  return { span: here.span, text: joined([md`**The injured worker’s age: ${here.value}.**`, then, elsewhere], ' ') };
};
