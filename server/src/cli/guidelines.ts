import { join } from 'node:path';
import type { GuidelineCatalogue, SearchHit } from '../guidelines/catalogue.ts';
import { citeAs, daysInForce, knownFrom, pagesWords } from '../guidelines/words.ts';
import { type ExitStatus, Outcome } from './exitStatus.ts';
import { printArray, printLine } from './output.ts';
import { TeamPolicy } from './teamPolicy.ts';

export interface GuidelineOptions {
  readonly format: 'text' | 'json';
  readonly config?: string | false;
}

/**
 * `imr guidelines`: prints the facts that hold all the words of the query, or the chapters and their editions where there
 * is none. A team's own facts count as they do in `imr check`. Returns the exit status: 1 where nothing is found.
 */
export async function guidelines(query: string, { format, ...options }: GuidelineOptions): Promise<ExitStatus> {
  const outcome = new Outcome();
  const team = await TeamPolicy.open({ ...options, ignore: false }, outcome);
  if (team === null) return outcome.status;
  const policy = await team.of(join(process.cwd(), 'letter'));
  team.tell(policy);
  const { guidelines: catalogue } = policy;
  const hits = query.trim() === '' ? overview(catalogue) : catalogue.search(query);
  if (format === 'json') printArray(hits.map(({ kind, title, item }) => ({ fact: kind, title, ...item })));
  else for (const hit of hits) printLine(describe(hit, catalogue));
  if (hits.length === 0 && format === 'text') printLine(`No fact in the catalogue contains all of: ${query}`);
  if (hits.length === 0) outcome.note(NO_FACT);
  return outcome.status;
}

/** As `grep` ends where nothing is found. */
const NO_FACT: ExitStatus = 1;

function overview(catalogue: GuidelineCatalogue): readonly SearchHit[] {
  return [...catalogue.chapters.values()].flatMap((chapter): SearchHit[] => [
    { kind: 'chapter', item: chapter, title: `${chapter.publisher} ${chapter.name}` },
    ...catalogue.editionsOf(chapter.id).map((item): SearchHit => ({ kind: 'edition', item, title: citeAs(item) })),
  ]);
}

/** A line or two: what it is, and where it is known from. */
function describe(hit: SearchHit, catalogue: GuidelineCatalogue): string {
  return `${hit.kind.padEnd(12)}  ${[hit.title, ...details(hit, catalogue)].filter((part) => part !== '').join(' · ')}\n${' '.repeat(14)}${knownFrom(hit.item)}`;
}

function details(hit: SearchHit, catalogue: GuidelineCatalogue): readonly string[] {
  switch (hit.kind) {
    case 'chapter':
      return [hit.item.regulation ?? ''];
    case 'edition':
      return [daysInForce(hit.item)];
    case 'section':
      return [chapterOf(hit.item, catalogue), pagesWords(hit.item.pages)];
    case 'limit':
      return [hit.item.section ?? '', hit.item.pages === null ? '' : `pages ${hit.item.pages}`];
    case 'abbreviation':
      return [hit.item.meanings.join('; ')];
    case 'code':
      return [hit.item.meaning];
    case 'statute':
      return [hit.item.fact];
  }
}

function chapterOf(
  { chapter, edition }: { readonly chapter: string; readonly edition: string | null },
  catalogue: GuidelineCatalogue,
): string {
  const known = edition === null ? undefined : catalogue.editions.get(edition);
  return known === undefined ? (catalogue.chapters.get(chapter)?.name ?? chapter) : citeAs(known);
}
