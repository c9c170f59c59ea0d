import type { Category } from '../../model/determination.ts';
import { THERAPY_CATEGORIES } from './vocabulary.ts';

/** Categories that are counted in visits. */
const THERAPIES: ReadonlySet<Category> = new Set<Category>(THERAPY_CATEGORIES);

export const isTherapy = (category: Category): boolean => THERAPIES.has(category);
