/** Words that a PDF draws in one go. Lengths are points (1/72 inch), from the page's top left corner to the right and down. */
export interface Piece {
  readonly text: string;
  /** Where its first character begins, on the line that the letters are on. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of its font. */
  readonly size: number;
  /** The direction it runs in, in radians: 0 to the right, positive downward. */
  readonly angle: number;
}

export interface Page {
  /** 1-based. */
  readonly number: number;
  /** In the order in which they are drawn, which need not be that of reading. */
  readonly pieces: readonly Piece[];
  /** It shows a picture and no words. */
  readonly isPicture: boolean;
}
