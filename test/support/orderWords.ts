import type { Order } from '../../server/src/determination/model/order.ts';
import { range, takesInWords } from '../../server/src/determination/readers/medication/needed.ts';

/** An order in one line, for tables of tests: 'tramadol · 50 mg · tablet · 60 pieces · 1 × 2 a day · 30 days'. */
export function orderInWords({
  treatment,
  strengths,
  form,
  quantities,
  directions,
  days,
  supply,
  refills,
  needed,
}: Order): string {
  const roleOf = (role: string): string => (role === 'told' || role === 'requested' ? '' : ` ${role}`);
  const pieces = [
    treatment?.value.name ?? '?',
    ...strengths.map(({ value: { amounts, unit, per }, role }) => {
      const of = per === null ? '' : `/${per}`;
      return `${amounts.join('+')} ${unit}${of}${roleOf(role)}`;
    }),
    ...(form === null ? [] : [form.value]),
    ...quantities.map(({ value, role }) => {
      const per = value.per === null ? '' : ` a ${value.per}`;
      return `[${range(value)} ${value.noun ?? 'pieces'}${per}${roleOf(role)}]`;
    }),
    ...(directions === null
      ? []
      : [
          takesInWords(directions),
          ...(directions.isDoseImplied ? ['(dose implied)'] : []),
          ...(directions.isMaximum ? ['at most'] : []),
          ...(directions.varies ? ['varies'] : []),
        ]),
    ...(days === null ? [] : [`${range(days.value)} days${supply === null ? '' : ' supply'}`]),
    ...(refills === null ? [] : [`${range(refills.value)} refills`]),
    ...(needed === null ? [] : [`needs ${range(needed.value)}`]),
  ];
  return pieces.join(' · ');
}
