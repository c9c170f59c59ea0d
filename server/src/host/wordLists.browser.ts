import type { ReadWordList } from '../wording/spelling/shipped.ts';

/** @param folder the address of the folder with the lists, ending in '/' */
export function fetchWordLists(folder: string): ReadWordList {
  return async (file) => {
    const response = await fetch(new URL(file, folder));
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    const bytes = await response.arrayBuffer();
    const stream = new Blob([bytes]).stream();
    // Some servers unpack on the way what is named .gz.
    return new Response(isPacked(bytes) ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text();
  };
}

function isPacked(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return first === 0x1f && second === 0x8b;
}
