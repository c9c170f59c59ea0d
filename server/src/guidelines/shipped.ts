import { createCatalogue, type GuidelineCatalogue } from './catalogue.ts';
import abbreviations from './data/abbreviations.json' with { type: 'json' };
import chapters from './data/chapters.json' with { type: 'json' };
import editions from './data/editions.json' with { type: 'json' };
import limits from './data/limits.json' with { type: 'json' };
import sections from './data/sections.json' with { type: 'json' };
import statutory from './data/statutory.json' with { type: 'json' };
import type { GuidelineFile } from './facts.ts';

/** The facts that ship with the program. The compiler widens what it reads from JSON; the schema's test holds the form. */
export const shippedFiles = [
  chapters,
  editions,
  sections,
  limits,
  abbreviations,
  statutory,
] as unknown as readonly GuidelineFile[];

let shipped: GuidelineCatalogue | undefined;

/** The catalogue of the shipped facts alone, built when first needed. */
export function defaultCatalogue(): GuidelineCatalogue {
  shipped ??= createCatalogue(shippedFiles);
  return shipped;
}
