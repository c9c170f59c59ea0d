import type { SummaryFinding } from '../../../../../server/src/protocol/letterSummary.ts';
import type { Caret } from './summaryPage.tsx';
import { holds, PlaceButton, type ShowPlace } from './words.tsx';

interface FindingsProps {
  readonly findings: readonly SummaryFinding[];
  readonly caret: Caret | null;
  readonly show: ShowPlace;
  readonly explain: (rule: string) => void;
}

export function FindingList({ findings, caret, show, explain }: FindingsProps) {
  const current = findings.find(({ place }) => caret !== null && holds(place, caret));
  const keys = keysOf(findings);
  return (
    <ul class="findings">
      {findings.map((finding, i) => {
        const { severity, rule, message, place, issue } = finding;
        return (
          <li key={keys[i]} class={severity} aria-current={finding === current ? 'true' : 'false'}>
            <span class="severity">{severity}</span>
            {', '}
            <PlaceButton place={place} show={show} label={`line ${place.line + 1}: ${message}`}>
              line {place.line + 1}
            </PlaceButton>
            {issue !== null && `, issue ${issue}`}
            {`: ${message} `}
            <button
              type="button"
              class="place faint"
              aria-label={`${rule}: explain this rule`}
              onClick={() => explain(rule)}
            >
              {rule}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A finding is the same after a change above it, whatever its line is then: the first of its rule, the second … */
function keysOf(findings: readonly SummaryFinding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return `${rule} ${count}`;
  });
}
