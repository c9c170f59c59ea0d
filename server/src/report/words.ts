import type { Category, Decision } from '../determination/model/determination.ts';
import { CATEGORY_NAMES } from '../rules/support/names.ts';

/** '1 letter', '12,000 letters' */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

/** 'Physical therapy' */
export function categoryTitle(category: Category): string {
  const name = CATEGORY_NAMES[category];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const decisionTitle = (decision: Decision | null): string =>
  decision === null ? 'No decision' : decision === 'upheld' ? 'Upheld' : 'Overturned';
