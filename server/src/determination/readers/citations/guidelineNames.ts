import vocabulary from './chapters.json' with { type: 'json' };

/**
 * The names under which letters cite guidelines, as regular expression sources. They match in any case, with '&' or
 * 'and', with or without the commas and hyphens of the printed name.
 */
interface MtusChapterName {
  readonly name: string;
  /** The years of the editions that letters print after the name. */
  readonly years: readonly number[];
  readonly aliases?: readonly string[];
  /** The words occur as a section's name or in prose too: a chapter only where a year follows or 'Chapter 5' precedes. */
  readonly needsYear?: boolean;
}

const MTUS: readonly MtusChapterName[] = vocabulary.mtus;
const namesOf = ({ name, aliases = [] }: MtusChapterName): readonly string[] => [name, ...aliases];

/** How the words between a name's words may be printed. */
const JOINTS: ReadonlyMap<string, string> = new Map([
  [', and ', ',? ?(?:and |& ?)'],
  [', & ', ',? ?(?:and |& ?)'],
  [' and ', ' ?(?:and |& ?)'],
  [' & ', ' ?(?:and |& ?)'],
  [' - ', ' ?[-–,/]? ?'],
  [', ', ', ?'],
  ['/', ' ?/ ?'],
  ['-', '[- ]?'],
]);

/** Chapters of the MTUS whose name alone identifies them. */
export const MTUS_CHAPTER = alternation(MTUS.filter(({ needsYear }) => needsYear !== true).flatMap(namesOf));

/** Chapters of the MTUS that are known by a year or a chapter number only. */
export const MTUS_CHAPTER_WITH_YEAR = alternation(MTUS.filter(({ needsYear }) => needsYear === true).flatMap(namesOf));

export const ODG_CHAPTER = alternation(vocabulary.odg);

export const ACOEM_CHAPTER = alternation(vocabulary.acoem);

/** Names of sections that hold a comma of their own. */
export const SECTION_WITH_COMMA = alternation(vocabulary.sectionsWithCommas);

/** Longer names come first, so that 'Low Back' never cuts 'Low Back - Lumbar & Thoracic' short. */
function alternation(names: readonly string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join('|');
}

function pattern(name: string): string {
  return name
    .split(/(, and |, & | and | & | - |, |\/|-| )/)
    .map((piece, i) => (i % 2 === 0 ? piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : (JOINTS.get(piece) ?? piece)))
    .join('');
}
