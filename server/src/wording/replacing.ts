import type { Finding, Fix } from '../checking/rule.ts';
import { writtenLike } from './writtenLike.ts';

/** Replaces `wrong`, at `span`, with `right`, with the capitals of `wrong`. */
export function replacing(span: Finding['span'], wrong: string, right: string): Fix {
  const newText = writtenLike(wrong, right);
  const title = newText === '' ? `Remove “${wrong}”` : `Change “${wrong}” to “${newText}”`;
  return { title, edits: [{ span, newText }], kind: 'judgment' };
}
