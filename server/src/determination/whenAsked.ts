/**
 * What a letter and its parts say is read when it is first needed, and then kept: the outline of a long letter does
 * not wait for its rationales. It is what the getters of their classes read. (An object made with getters of its own has
 * a shape of its own for the engine, and every access to any of its properties is slow.)
 */
export function askAll(each: object): void {
  for (const name of gettersOf(each)) Reflect.get(each, name);
}

/** The names of the properties that are read when they are needed. */
export function gettersOf(each: object): readonly string[] {
  const shape: object | null = Reflect.getPrototypeOf(each);
  if (shape === null || shape === Object.prototype) return [];
  const names = Object.entries(Object.getOwnPropertyDescriptors(shape)).flatMap(([name, { get }]) =>
    get === undefined ? [] : [name],
  );
  return [...gettersOf(shape), ...names];
}
