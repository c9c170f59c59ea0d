/**
 * The letter's template with answers filled in, as a snippet. Pure: it knows nothing of the editor. The template itself is
 * what `snippets/` contributes, so that *New Letter* and the snippet are one.
 */
import snippets from '../../../snippets/imr-determination.json' with { type: 'json' };

/** The answers. Empty where it is to be filled in later: its tab stop stays. Dates are written as letters write them. */
export interface LetterAnswers {
  readonly caseNumber: string;
  readonly dateAssigned: string;
  readonly dateOfInjury: string;
  readonly decisionDate: string;
  readonly urDenialDate: string;
  readonly applicationReceived: string;
  readonly priority: string;
  readonly specialty: string;
  /** The requests in dispute, in their order; none: one issue, to be filled in. */
  readonly treatments: readonly string[];
}

const letter = snippets['Determination letter'].body;
const issue = snippets['Disputed issue'].body;
/** The letter up to its first issue. */
const opening = letter.slice(0, letter.length - issue.length);

/** A whole letter as a snippet: what was answered is text, what was not is a tab stop, each with a number of its own. */
export function letterSnippet(answers: LetterAnswers): string {
  const { treatments } = answers;
  const filled = fill(opening.join('\n'), {
    1: answers.caseNumber,
    2: answers.dateAssigned,
    3: answers.dateOfInjury,
    4: answers.decisionDate,
    5: answers.urDenialDate,
    6: answers.priority,
    7: answers.applicationReceived,
    9: answers.specialty,
    12: answers.dateOfInjury,
    14: answers.urDenialDate,
    15: inList(treatments),
  });
  const issues = (treatments.length === 0 ? [''] : treatments).map((each, i) =>
    renumbered(fill(withoutEnd(issue.join('\n')), { 1: each }), FIRST_OF_ISSUES + i * STOPS_OF_ISSUE),
  );
  return `${filled}\n${issues.join('\n\n')}$0\n`;
}

/** A disputed issue as a snippet. */
export const issueSnippet = (treatment = ''): string => fill(issue.join('\n'), { 1: treatment });

/** The numbers of the opening's tab stops are lower. */
const FIRST_OF_ISSUES = 20;
const STOPS_OF_ISSUE = 10;

/** ‘physical therapy, a brace and an MRI’: the requests as a sentence names them. */
function inList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Puts text in the place of tab stops; an empty one leaves its stop. */
function fill(body: string, answers: Readonly<Record<number, string>>): string {
  return body.replace(/\$\{(\d+)[:|][^}]*\}/g, (stop, number: string) => {
    const answer = answers[Number(number)] ?? '';
    return answer === '' ? stop : escaped(answer);
  });
}

const renumbered = (body: string, by: number): string =>
  body.replace(/\$\{(\d+)/g, (_, number: string) => `\${${Number(number) + by}`);

const withoutEnd = (body: string): string => body.replace('$0', '');

/** What a person wrote, as text of a snippet. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
