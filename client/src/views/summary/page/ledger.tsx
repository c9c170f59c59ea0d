import type { LedgerRow, SummaryLedger } from '../../../../../server/src/protocol/letterSummary.ts';
import { counted, PlaceButton, type ShowPlace } from './words.tsx';

interface LedgerProps {
  readonly ledger: SummaryLedger;
  readonly title: string;
  readonly show: ShowPlace;
}

/** The visits of an issue and the limits that they are compared with, as a table with bars of one scale. */
export function LedgerTable({ ledger: { visits, sum, limits, standing, isOver }, title, show }: LedgerProps) {
  const most = Math.max(1, sum, ...[...visits, ...limits].map((row) => row.visits));
  return (
    <table>
      <caption>
        {title}
        {standing !== '' && ': '}
        {standing !== '' && <strong class={isOver ? 'over' : 'within'}>{standing}</strong>}
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" class="number">
            Visits
          </th>
          <th scope="col">Compared</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((row) => (
          <Row key={row.what} row={row} most={most} kind="visits" show={show} />
        ))}
        {sum !== visits[0]?.visits && (
          <tr>
            <th scope="row">Together</th>
            <td class="number">{sum}</td>
            <td class="bars">
              <Bar length={sum} most={most} kind={isOver ? 'over' : 'visits'} />
            </td>
          </tr>
        )}
        {limits.map((row) => (
          <Row key={row.what} row={row} most={most} kind="limit" show={show} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: LedgerRow;
  /** As long as the longest bar. */
  readonly most: number;
  readonly kind: 'visits' | 'limit';
  readonly show: ShowPlace;
}

function Row({ row: { what, visits, place }, most, kind, show }: RowProps) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td class="number">
        <PlaceButton place={place} show={show} label={`${counted(visits, 'visit')}, line ${place.line + 1}`}>
          {visits}
        </PlaceButton>
      </td>
      <td class="bars">
        <Bar length={visits} most={most} kind={kind} />
      </td>
    </tr>
  );
}

function Bar({ length, most, kind }: { readonly length: number; readonly most: number; readonly kind: string }) {
  return (
    <svg class="bar" viewBox={`0 0 ${most} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class={kind} width={length} height={1} />
    </svg>
  );
}
