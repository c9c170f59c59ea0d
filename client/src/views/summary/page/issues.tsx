import type { SummaryFinding, SummaryIssue } from '../../../../../server/src/protocol/letterSummary.ts';
import { LedgerTable } from './ledger.tsx';
import type { Caret } from './summaryPage.tsx';
import { counted, Divided, holds, PlaceButton, type ShowPlace, Words } from './words.tsx';

interface IssuesProps {
  readonly issues: readonly SummaryIssue[];
  readonly findings: readonly SummaryFinding[];
  readonly caret: Caret | null;
  readonly show: ShowPlace;
}

export function IssueList({ issues, findings, caret, show }: IssuesProps) {
  const current = issues.findLast(({ range }) => caret !== null && holds(range, caret));
  return (
    <ol class="issues">
      {issues.map((issue) => (
        <Issue
          key={issue.number}
          issue={issue}
          findings={findings.filter((finding) => finding.issue === issue.number).length}
          isCurrent={issue === current}
          show={show}
        />
      ))}
    </ol>
  );
}

interface IssueProps {
  readonly issue: SummaryIssue;
  /** How many. */
  readonly findings: number;
  /** The caret is in it. */
  readonly isCurrent: boolean;
  readonly show: ShowPlace;
}

function Issue({ issue, findings, isCurrent, show }: IssueProps) {
  const { number, treatment, decision, decisionWords, category, guidelines, conclusion, ledger } = issue;
  return (
    <li aria-current={isCurrent ? 'true' : 'false'}>
      <h3>
        <Words value={treatment} show={show} />
      </h3>
      <p>
        <strong class={decision}>{decisionWords}</strong>
        {` · ${category}`}
        {findings > 0 && ` · ${counted(findings, 'finding')}`}
      </p>
      {guidelines.length > 0 && (
        <p>
          {'Guideline: '}
          <Divided by="; ">
            {guidelines.map((guideline) => (
              <Words key={guideline.words} value={guideline} show={show} />
            ))}
          </Divided>
        </p>
      )}
      {conclusion !== null && (
        <p>
          {'Rationale: '}
          <PlaceButton place={conclusion.place} show={show}>
            “{conclusion.words}”
          </PlaceButton>
        </p>
      )}
      {ledger !== null && <LedgerTable ledger={ledger} title={`Visits of issue ${number}`} show={show} />}
    </li>
  );
}
