import { MarkdownString, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { Fared, FaredBy, Precedent, Precedents } from '../../../../server/src/protocol/precedents.ts';

/** A row of the view with its rows, all made at once: there are some hundred. */
export interface Node {
  readonly item: TreeItem;
  readonly children: readonly Node[];
}

/** This many of the most similar show their concluding sentence without being opened. */
const OPENED = 5;

/** The rows for what was found: how such requests fared, the letters of the same case, and the most similar. */
export function nodesOf(found: Precedents): readonly Node[] {
  const { asked, letters, fared, byGuideline, byMissing, sameCase, alike, notListed } = found;
  const counts = node(faredWords(fared), `${asked.kind} · ${counted(letters, 'other letter')}`, 'law', true, [
    ...group('By guideline', byGuideline.map(countNode), false),
    ...group('By what was called missing', byMissing.map(countNode), false),
  ]);
  const more = notListed === 0 ? [] : [node(`${counted(notListed, 'more')} not listed`, '', null, false, [])];
  return [
    counts,
    ...group('Same case', sameCase.map(precedentNode), true),
    ...group('Most similar', [...alike.map(precedentNode), ...more], true),
  ];
}

/** The number of a title's rows comes after it. */
const group = (title: string, children: readonly Node[], isOpen: boolean): readonly Node[] =>
  children.length === 0 ? [] : [node(title, `${children.length}`, null, isOpen, children)];

const countNode = (row: FaredBy): Node => node(row.what, faredWords(row), null, false, []);

function precedentNode(found: Precedent, position: number): Node {
  const { file, line, caseNumber, decisionDate, treatment, decision, visits, guidelines, conclusion, missing } = found;
  const decided = decision === null ? 'No decision' : decision === 'upheld' ? 'Upheld' : 'Overturned';
  const facts = [
    ...(visits === null ? [] : [counted(visits, 'visit')]),
    ...guidelines,
    caseNumber ?? nameOf(file),
    ...(decisionDate === null ? [] : [decisionDate]),
  ].join(' · ');
  const sentence = conclusion === null ? [] : [node(`“${conclusion}”`, '', 'quote', false, [], open(file, line))];
  const lacks = missing.length === 0 ? [] : [node(`Called missing: ${missing.join('; ')}`, '', null, false, [])];
  // The decision first: a side bar is narrow.
  const title = `${decided}: ${treatment === '' ? '(no heading)' : treatment}`;
  const made = node(
    title,
    facts,
    ICONS[decision ?? 'undecided'],
    position < OPENED,
    [...sentence, ...lacks],
    open(file, line),
  );
  made.item.tooltip = new MarkdownString().appendText([title, facts, conclusion ?? ''].filter(Boolean).join('\n\n'));
  made.item.contextValue = 'precedent';
  return made;
}

const ICONS = { upheld: 'circle-filled', overturned: 'circle-outline', undecided: 'question' } as const;

function node(
  label: string,
  description: string,
  icon: string | null,
  isOpen: boolean,
  children: readonly Node[],
  command?: TreeItem['command'],
): Node {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(label, children.length === 0 ? None : isOpen ? Expanded : Collapsed);
  item.description = description;
  item.accessibilityInformation = { label: description === '' ? label : `${label}: ${description}` };
  if (icon !== null) item.iconPath = new ThemeIcon(icon);
  if (command !== undefined) item.command = command;
  return { item, children };
}

/** @param line 1-based */
const open = (file: string, line: number): NonNullable<TreeItem['command']> => ({
  title: 'Open Letter',
  command: 'vscode.open',
  arguments: [Uri.parse(file), { selection: new Range(line - 1, 0, line - 1, 0), preview: true }],
});

/** '41 upheld, 6 overturned' */
const faredWords = ({ upheld, overturned, undecided }: Fared): string =>
  [`${upheld} upheld`, `${overturned} overturned`, ...(undecided > 0 ? [`${undecided} undecided`] : [])].join(', ');

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 || one === 'more' ? one : `${one}s`}`;

const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
