import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import { layGuidelines, readGuidelines } from './guidelineFile.ts';
import { fileName, type ReadText } from './teamFiles.ts';
import type { FileProblem } from './teamJson.ts';

/** How an organisation's guideline files are named by custom: the editor then helps while they are written. */
export const GUIDELINE_FILE_ENDING = '.imr-guidelines.json';

export const isGuidelineFile = (uri: string): boolean => fileName(uri).endsWith(GUIDELINE_FILE_ENDING);

export interface Guidelines {
  readonly catalogue: GuidelineCatalogue;
  readonly files: readonly ReadGuidelineFile[];
  /** Addresses at which there is no file that could be read. */
  readonly missing: readonly string[];
}

export interface ReadGuidelineFile {
  readonly uri: string;
  readonly source: string;
  readonly problems: readonly FileProblem[];
}

/** Builds the catalogue of the shipped facts with an organisation's own over them; anew only when a file has changed. */
export class GuidelineFiles {
  readonly #read: ReadText;
  /** By the addresses of its files. */
  readonly #known = new Map<string, Guidelines>();

  constructor(read: ReadText) {
    this.#read = read;
  }

  /** @param uris in the order in which they are laid over each other */
  async over(uris: readonly string[]): Promise<Guidelines> {
    if (uris.length === 0) return { catalogue: defaultCatalogue(), files: [], missing: [] };
    const key = uris.join('\n');
    const sources = await Promise.all(uris.map((uri) => this.#read(uri).catch(() => null)));
    const known = this.#known.get(key);
    if (known !== undefined && isOf(known, uris, sources)) return known;
    const present = uris.flatMap((uri, i) => {
      const source = sources[i];
      return source == null ? [] : [{ uri, source }];
    });
    const { catalogue, problems } = layGuidelines(present.map(({ source }) => readGuidelines(source)));
    const files = present.map((file, i) => ({ ...file, problems: problems[i] ?? [] }));
    const guidelines = { catalogue, files, missing: uris.filter((_, i) => sources[i] == null) };
    this.#known.set(key, guidelines);
    return guidelines;
  }
}

const isOf = ({ files }: Guidelines, uris: readonly string[], sources: readonly (string | null)[]): boolean =>
  uris.every((uri, i) => (files.find((file) => file.uri === uri)?.source ?? null) === sources[i]);
