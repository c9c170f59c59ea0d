/**
 * What is read when it is first needed, and then kept. Where things are in a letter is read at once; what they say
 * when someone asks: the outline of a long letter does not wait for its rationales.
 */
export function whenAsked<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
