/** The smallest stretch of a text whose replacement makes another text of it; null where they are equal. Offsets are UTF-16. */
export function changeBetween(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly newText: string } | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < most - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, end: before.length - kept, newText: after.slice(start, after.length - kept) };
}
