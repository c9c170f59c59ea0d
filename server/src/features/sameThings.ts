/** Words of a letter that refer to the same thing, for definition, references, and highlights. */
import type {
  Citation,
  Determination,
  DisputedIssue,
  GuidelinePart,
  VisitCount,
} from '../determination/model/determination.ts';
import type { GuidelineMention } from '../determination/readers/citations/guidelineMentions.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import { mentionsIn } from '../rules/support/mentions.ts';
import type { Prose } from '../text/prose.ts';
import { contains, type Span } from '../text/span.ts';

/** One thing: where the letter gives it first or in full, and all words about it, those of that place included. */
export interface Thing {
  readonly definition: Span;
  /** In the order of the letter. */
  readonly words: readonly Span[];
}

/** What the words at an offset (UTF-16, in the original) refer to; null where no other words do. The most specific first. */
export function thingAt(letter: Determination, offset: number): Thing | null {
  const issue = letter.issues.find(({ range }) => contains(range, offset));
  const things = [...countsAt(letter, offset), ...datesAt(letter, offset), ...(issue ? thingsOf(issue) : [])];
  return things.find(({ words }) => words.length > 1 && words.some((span) => contains(span, offset))) ?? null;
}

const thingsOf = (issue: DisputedIssue): readonly Thing[] => [...guidelines(issue), treatment(issue)];

/** The guidelines of an issue's parts, and where its rationale names them. */
function guidelines(issue: DisputedIssue): readonly Thing[] {
  const mentions = mentionsIn(issue);
  const cited = [issue.reviewerGuideline, issue.claimsGuideline]
    .filter((part): part is GuidelinePart => part !== null)
    .flatMap(({ citations }) => citations);
  const taken = new Set<GuidelineMention>();
  return cited.map((citation) => {
    const here = mentions.filter((mention) => !taken.has(mention) && isNamed(citation, mention));
    for (const mention of here) taken.add(mention);
    return { definition: citation.span, words: inOrder([citation.span, ...here.map(({ span }) => span)]) };
  });
}

/** A mention without a chapter means whatever is cited from that publisher. */
function isNamed({ source, title }: Citation, mention: GuidelineMention): boolean {
  const isMtus = (each: string): boolean => each === 'MTUS' || each === 'ACOEM';
  if (source !== mention.source && !(isMtus(source) && isMtus(mention.source))) return false;
  if (mention.chapter === null) return true;
  const [cited, named] = [title.value.toLowerCase(), mention.chapter.value.toLowerCase()];
  return cited.includes(named) || named.includes(cited);
}

/** The treatment in dispute: its heading, and where the rationale names it or says ‘the request’. */
function treatment({ heading, request, rationale }: DisputedIssue): Thing {
  const own = findTreatments(request.treatment);
  const names = new Set(own.map(({ value }) => value.name));
  const body = rationale?.body ?? null;
  const named =
    body === null
      ? []
      : findTreatments(body)
          .filter(({ value }) => names.has(value.name))
          .map(({ span }) => span);
  const requests = body === null ? [] : requestsIn(body);
  const inHeading = own.length > 0 ? own.map(({ span }) => span) : heading.length > 0 ? [request.treatment.range] : [];
  return { definition: heading.range, words: inOrder([...inHeading, ...named, ...requests]) };
}

const REQUESTS = ['the request', 'this request', 'The request', 'This request'];

function requestsIn(prose: Prose): readonly Span[] {
  const { text } = prose;
  return REQUESTS.flatMap((words) => {
    const found: Span[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const end = at + words.length;
      // ‘the requested treatment’ is another word.
      if (!/[a-z]/i.test(text.charAt(end))) found.push(prose.span(at, end));
    }
    return found;
  });
}

/** A number of visits, wherever the letter gives it in the same role. */
function countsAt(letter: Determination, offset: number): readonly Thing[] {
  const counts = [
    ...letter.visitCounts,
    ...letter.issues.flatMap(({ visitCounts, rationale }) => [...visitCounts, ...(rationale?.visitCounts ?? [])]),
  ];
  const here = counts.find(({ span }) => contains(span, offset));
  if (here === undefined || here.total === null) return [];
  return [thingOf(counts.filter((count) => isSame(count, here)).map(({ span }) => span))];
}

const isSame = (a: VisitCount, b: VisitCount): boolean =>
  a.total === b.total &&
  (a.role === b.role || a.role === 'unknown' || b.role === 'unknown') &&
  (a.therapy === b.therapy || a.therapy === null || b.therapy === null);

/** A day, wherever the letter gives it. */
function datesAt({ dates }: Determination, offset: number): readonly Thing[] {
  const here = dates.find(({ span }) => contains(span, offset));
  if (here === undefined || here.day === null) return [];
  return [thingOf(dates.filter(({ day }) => day === here.day).map(({ span }) => span))];
}

/** It is defined where it first occurs. */
function thingOf(spans: readonly Span[]): Thing {
  const words = inOrder(spans);
  const [definition] = words;
  if (definition === undefined) throw new RangeError('A thing is defined somewhere.');
  return { definition, words };
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, i) => start !== sorted[i - 1]?.start);
}
