import type { Category } from '../../determination/model/determination.ts';
import type { Statement, Topic } from '../../determination/model/statement.ts';
import { THERAPY_CATEGORIES } from '../../determination/readers/treatments/vocabulary.ts';
import data from '../data/evidence.json' with { type: 'json' };

/** What shows something: this many different topics or categories of these. */
export interface Signs {
  readonly topics: readonly string[];
  readonly categories: readonly Category[];
  /** Treatments of the category that are not part of it. */
  readonly except: readonly string[];
  readonly least: number;
  /** `spine`: a sign only where the neck or the back is treated, as elsewhere it has other causes. */
  readonly where: string | null;
}

const CATEGORIES: ReadonlySet<string> = new Set<Category>([
  ...THERAPY_CATEGORIES,
  'imaging',
  'diagnostic-test',
  'injection',
  'surgery',
]);

interface Row {
  readonly by: readonly Signs[];
  /** 'No … to support the request' denies it altogether. */
  readonly purpose: boolean;
  /** Concerns the whole body: two statements about it cannot differ in part or side. */
  readonly everywhere: boolean;
}

interface SignsData {
  readonly topics?: readonly string[];
  readonly categories?: readonly string[];
  readonly except?: readonly string[];
  readonly least?: number;
  readonly where?: string;
}

interface RowData {
  readonly of: string;
  readonly by: readonly SignsData[];
  readonly purpose?: boolean;
  readonly everywhere?: boolean;
  readonly source: string;
  readonly certainty: string;
}

const DATA: readonly RowData[] = data;

/** A name of the data file that is no category finds nothing: its test says so. */
const isCategory = (name: string): name is Category => CATEGORIES.has(name);

const ROWS: ReadonlyMap<string, Row> = new Map(
  DATA.map(({ of, by, purpose = false, everywhere = false }) => [
    of,
    {
      purpose,
      everywhere,
      by: by.map(({ topics = [], categories = [], except = [], least = 1, where = null }) => ({
        topics,
        categories: categories.filter(isCategory),
        except,
        least,
        where,
      })),
    },
  ]),
);

/** A drug that is taken for other reasons than the rest of its class. */
const OF_NO_CLASS: ReadonlySet<string> = new Set(['aspirin']);

/** What would show that there was something: by the table; of a named treatment, test or drug the same, or one of its class. */
export function signsOf(topic: Topic): Row {
  const row = ROWS.get(topic.name);
  if (row !== undefined) return row;
  return {
    purpose: false,
    everywhere: false,
    by: [{ topics: [topic.name], categories: [], except: [], least: 1, where: null }],
  };
}

/** Whether a statement is one of the signs. */
export function isSign(signs: Signs, denied: Topic, { value }: Statement): boolean {
  if (signs.topics.includes(value.name)) return true;
  if (signs.except.includes(value.name)) return false;
  if (value.category !== null && signs.categories.includes(value.category)) return true;
  return (
    denied.drugClass !== null &&
    denied.drugClass === denied.name &&
    value.drugClass === denied.name &&
    !OF_NO_CLASS.has(value.name)
  );
}
