import type { Citation, IsoDate } from '../determination/model/determination.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';

/**
 * 'MTUS Chronic pain': one name for all ways of citing a guideline, its editions, and its sections, so
 * that letters can be counted by it. What the catalogue does not know is called as it is cited.
 */
export function guidelineTitle(citation: Citation, day: IsoDate | null, guidelines: GuidelineCatalogue): string {
  const { source, title } = citation;
  const name = guidelines.resolve(citation, day).chapter?.name ?? title.value;
  const publisher = source === 'other' || source === 'journal' || name.startsWith(source) ? '' : source;
  return [publisher, name].filter((part) => part !== '').join(' ');
}
