import { RULES } from '../rules/index.ts';
import { nearlyEqual } from '../text/nearlyEqual.ts';

const NAMES: readonly string[] = RULES.map(({ name }) => name);

export const isRule = (name: string): boolean => NAMES.includes(name);

/** A sentence for someone who mistyped one. */
export function noSuchRule(name: string): string {
  const near = NAMES.find((each) => nearlyEqual(each, name.toLowerCase(), 2));
  const hint = near === undefined ? '“imr rules” lists them all.' : `Did you mean “${near}”?`;
  return `there is no rule “${name}”. ${hint}`;
}
