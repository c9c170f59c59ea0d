import type { LetterSummaries, LetterSummary, SummaryFact } from '../../../../../server/src/protocol/letterSummary.ts';
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
  readonly shown: { readonly name: string; readonly summary: LetterSummaries | null } | null;
  readonly caret: Caret | null;
  readonly tell: (message: FromPage) => void;
}

/** All of the page. What is listed has keys, so that a change of the letter leaves focus, selection, and scrolling alone. */
export function SummaryPage({ shown, caret, tell }: PageProps) {
  if (shown === null) return <p class="faint">Reading the letter …</p>;
  const { name, summary } = shown;
  if (name === '') return <p class="faint">Open a letter, and its summary is shown here.</p>;
  if (summary === null) return <p class="faint">{name} is no letter that is known here.</p>;
  const [only, ...others] = summary.letters;
  if (only !== undefined && others.length === 0) {
    return <Letter letter={only} title={only.caseNumber ?? name} caret={caret} tell={tell} />;
  }
  return (
    <>
      {summary.letters.map((letter) => (
        <article key={letter.part} aria-label={titleOf(letter)}>
          <Letter letter={letter} title={titleOf(letter)} caret={caret} tell={tell} />
        </article>
      ))}
    </>
  );
}

const titleOf = ({ part, caseNumber }: LetterSummary): string =>
  caseNumber === null ? `Letter ${part}` : `Letter ${part}: ${caseNumber}`;

interface LetterProps extends Pick<PageProps, 'caret' | 'tell'> {
  readonly letter: LetterSummary;
  readonly title: string;
}

function Letter({ letter, title, caret, tell }: LetterProps) {
  const { part, outcome, facts, issues, findings } = letter;
  const show: ShowPlace = (place) => tell({ kind: 'show', place });
  const id = (of: string): string => `${of}-title${part === null ? '' : `-${part}`}`;
  return (
    <>
      <h1>{title}</h1>
      {outcome !== null && (
        <p>
          Final determination: <Words value={outcome} show={show} />
        </p>
      )}
      {facts.length > 0 && (
        <section aria-labelledby={id('case')}>
          <h2 id={id('case')}>Case</h2>
          <dl>
            {facts.map((fact) => (
              <Fact key={fact.label} fact={fact} show={show} />
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby={id('issues')}>
        <h2 id={id('issues')}>{issues.length === 0 ? 'No issues' : counted(issues.length, 'issue')}</h2>
        {issues.length > 0 && <IssueList issues={issues} findings={findings} caret={caret} show={show} />}
      </section>
      <section aria-labelledby={id('findings')}>
        <h2 id={id('findings')}>{findings.length === 0 ? 'No findings' : counted(findings.length, 'finding')}</h2>
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
