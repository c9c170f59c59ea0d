import type { Element } from './element.ts';

/**
 * The marks before the items of lists. Word counts when it shows a document; what is counted here begins again after a
 * heading. A heading's own number comes from its style, and is left out.
 */
export class ListNumbers {
  /** By level, the number of the last item. */
  #counts: number[] = [];

  /** @param text the words of the paragraph */
  markOf({ numbering, styleName }: Element, text: string): string {
    if (numbering === null || numbering.isByStyle || isHeading(styleName, text)) {
      if (isHeading(styleName, text)) this.#counts = [];
      return '';
    }
    const { isOrdered, level } = numbering;
    const indent = '  '.repeat(level);
    if (!isOrdered) return `${indent}• `;
    const count = (this.#counts[level] ?? 0) + 1;
    this.#counts = [...this.#counts.slice(0, level), count];
    return `${indent}${count}. `;
  }
}

const isHeading = (styleName: string, text: string): boolean =>
  /^(?:heading|title)\b/i.test(styleName) || isInCapitals(text);

/** 'CLINICAL CASE SUMMARY'. */
const isInCapitals = (text: string): boolean =>
  text.length > 8 && text.length < 100 && !/[a-z]/.test(text) && /[A-Z]{4}/.test(text);
