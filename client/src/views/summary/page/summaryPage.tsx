import type { LetterSummary, SummaryFact } from '../../../../../server/src/protocol/letterSummary.ts';
import type { FromPage } from '../messages.ts';
import { FindingList } from './findings.tsx';
import { IssueList } from './issues.tsx';
import { counted, Divided, type ShowPlace, Words } from './words.tsx';

/** Where the caret is in the letter, 0-based. */
export interface Caret {
  readonly line: number;
  readonly character: number;
}

interface PageProps {
  /** Null until it is known. */
  readonly shown: { readonly name: string; readonly summary: LetterSummary | null } | null;
  readonly caret: Caret | null;
  readonly tell: (message: FromPage) => void;
}

/** All of the page. What is listed has keys, so that a change of the letter leaves focus, selection, and scrolling alone. */
export function SummaryPage({ shown, caret, tell }: PageProps) {
  if (shown === null) return <p class="faint">Reading the letter …</p>;
  const { name, summary } = shown;
  if (name === '') return <p class="faint">Open a letter, and its summary is shown here.</p>;
  if (summary === null) return <p class="faint">{name} is no letter that is known here.</p>;
  const { caseNumber, outcome, facts, issues, findings } = summary;
  const show: ShowPlace = (place) => tell({ kind: 'show', place });
  return (
    <>
      <h1>{caseNumber ?? name}</h1>
      {outcome !== null && (
        <p>
          Final determination: <Words value={outcome} show={show} />
        </p>
      )}
      {facts.length > 0 && (
        <section aria-labelledby="case-title">
          <h2 id="case-title">Case</h2>
          <dl>
            {facts.map((fact) => (
              <Fact key={fact.label} fact={fact} show={show} />
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="issues-title">
        <h2 id="issues-title">{issues.length === 0 ? 'No issues' : counted(issues.length, 'issue')}</h2>
        {issues.length > 0 && <IssueList issues={issues} findings={findings} caret={caret} show={show} />}
      </section>
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">{findings.length === 0 ? 'No findings' : counted(findings.length, 'finding')}</h2>
        {findings.length > 0 && (
          <FindingList
            findings={findings}
            caret={caret}
            show={show}
            explain={(rule) => tell({ kind: 'explain', rule })}
          />
        )}
      </section>
    </>
  );
}

function Fact({ fact: { label, values, lack }, show }: { readonly fact: SummaryFact; readonly show: ShowPlace }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Divided by=", ">
          {values.map((value) => (
            <Words key={value.words} value={value} show={show} />
          ))}
        </Divided>
        {lack !== null && <span class="lack">{values.length > 0 ? ` (${lack})` : lack}</span>}
      </dd>
    </div>
  );
}
