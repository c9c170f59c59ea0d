import type { LetterText } from '../text/letterText.ts';
import { contains, type Span } from '../text/span.ts';
import { dayOf, findDates, pivotYear } from './dateForms.ts';
import { rolesOf } from './dateRoles.ts';
import type { CaseHeader, DateRole, DisputedIssue, LetterDate, Section } from './model.ts';

/** Every date of the letter with its role: by its label in the header, by its place in a guideline part, else by the words around it. */
export function readDates(
  text: LetterText,
  sections: readonly Section[],
  header: CaseHeader,
  issues: readonly DisputedIssue[],
): readonly LetterDate[] {
  const { prose } = text;
  const written = findDates(prose.text);
  const pivot = pivotYear(header, written);
  const labelled = labelledRoles(header);
  const headerRanges = sections.filter(({ kind }) => kind === 'header').map(({ range }) => range);
  const placed = written.map((date) => {
    const span = prose.span(date.start, date.end);
    return { date, span, issue: issues.find((each) => holds(each, span.start)) };
  });
  const known = new Map(
    placed.map(({ date, span, issue }) => [date, labelled.get(span.start) ?? roleByPlace(span, issue)]),
  );
  const told = rolesOf(prose.text, written, (date) => known.get(date) ?? null);
  return placed.map(({ date, span, issue }, i) => {
    const role = told[i] ?? 'other';
    const inHeader = !labelled.has(span.start) && headerRanges.some((range) => contains(range, span.start));
    return { span, day: dayOf(date, pivot), role: inHeader ? headerRole(role) : role, issue: issue?.index ?? null };
  });
}

/** By the offset at which the date stands. */
function labelledRoles(header: CaseHeader): ReadonlyMap<number, DateRole> {
  const roles = new Map<number, DateRole>();
  const label = (field: keyof CaseHeader, role: DateRole): void => {
    const start = header[field]?.span.start;
    if (start !== undefined) roles.set(start, role);
  };
  label('dateAssigned', 'assignment');
  label('dateOfInjury', 'injury');
  label('decisionDate', 'decision');
  label('urDenialDate', 'denial');
  label('applicationReceived', 'application');
  return roles;
}

/** A header tells of no visits. */
const headerRole = (told: DateRole): DateRole => (told === 'visit' || told === 'study' ? 'other' : told);

/** In layout A the summary stands between an issue's heading and its rationale, so its pieces count and not its range. */
function holds(issue: DisputedIssue, offset: number): boolean {
  const parts = [issue.claimsGuideline, issue.reviewerGuideline, issue.rationale];
  return contains(issue.heading.range, offset) || parts.some((part) => part !== null && contains(part.range, offset));
}

/** Dates in a guideline part are those of editions and web pages. */
function roleByPlace({ start }: Span, issue: DisputedIssue | undefined): DateRole | null {
  const parts = [issue?.claimsGuideline, issue?.reviewerGuideline];
  return parts.some((part) => part && contains(part.range, start)) ? 'guideline' : null;
}
