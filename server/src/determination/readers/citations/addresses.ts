import { everywhere } from '../../../text/pattern.ts';

/** A web address: the shape of a token, in which no blank, comma or bracket is. */
const ADDRESS = everywhere(/\b(?:https?:\/\/|www\.)[^\s,;()]+/i);

/** Index of the first web address from `start` on; null where there is none. */
export const addressStart = (text: string, start: number): number | null => ADDRESS.first(text, start)?.index ?? null;
