/** What is wrong with a value, in words that name the member; null where nothing is. */
export type Check = (value: unknown, path: string) => string | null;

/** A value that `is` accepts. `words` end the sentence “… must be”. */
export const value =
  (is: (value: unknown) => boolean, words: string): Check =>
  (each, path) =>
    is(each) ? null : `${path === '' ? 'The parameters' : `“${path}”`} must be ${words}.`;

/** An object of type `T` with these members; what else it has is not looked at. */
export function object<T>(members: { readonly [name in keyof T]?: Check }): Check {
  const checks = Object.entries<Check | undefined>(members);
  return (each, path) => {
    if (!isRecord(each)) return value(() => false, 'an object')(each, path);
    for (const [name, check] of checks) {
      const wrong = check?.(each[name], path === '' ? name : `${path}.${name}`) ?? null;
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

/** A list whose every element is as `check` wants it. */
export const list =
  (check: Check): Check =>
  (each, path) => {
    if (!Array.isArray(each)) return value(() => false, 'a list')(each, path);
    for (const [at, element] of each.entries()) {
      const wrong = check(element, `${path}[${at}]`);
      if (wrong !== null) return wrong;
    }
    return null;
  };

/** A member that may be left out; null counts as left out. */
export const optional =
  (check: Check): Check =>
  (each, path) =>
    each === undefined || each === null ? null : check(each, path);

/** A member that may be left out, and must not be null. */
export const absentOr =
  (check: Check): Check =>
  (each, path) =>
    each === undefined ? null : check(each, path);

/** Whatever it is, it is not looked at. */
export const anything: Check = () => null;

export const isRecord = (each: unknown): each is Readonly<Record<string, unknown>> =>
  typeof each === 'object' && each !== null && !Array.isArray(each);
