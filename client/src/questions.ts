import { Disposable, InputBoxValidationSeverity, QuickInputButtons, window } from 'vscode';

/** A question with an answer in words. Empty is an answer: it is filled in later. */
export interface TextQuestion {
  readonly kind: 'text';
  readonly prompt: string;
  readonly example: string;
  /** Why the answer cannot be taken; null where it can. */
  readonly check: (answer: string) => string | null;
  /** What is odd about it, which does not keep it from being taken; null where nothing is. */
  readonly remark?: (answer: string) => string | null;
}

/** A question with few answers. Pressing Enter chooses the first, so it should be harmless. */
interface ChoiceQuestion {
  readonly kind: 'choice';
  readonly prompt: string;
  readonly choices: readonly { readonly label: string; readonly answer: string }[];
}

export type Question = TextQuestion | ChoiceQuestion;

/**
 * Asks one question after another, with a way back to the answers already given.
 * @param questionAfter the next question by the answers so far; null: there is none
 * @param steps how many there usually are
 * @returns the answers, trimmed; undefined where the user gave up
 */
export async function ask(
  title: string,
  steps: number,
  questionAfter: (answers: readonly string[]) => Question | null,
): Promise<readonly string[] | undefined> {
  const answers: string[] = [];
  for (let step = 0; ; ) {
    const question = questionAfter(answers.slice(0, step));
    if (question === null) return answers.slice(0, step);
    const shown = { title, step: step + 1, totalSteps: Math.max(steps, step + 1), before: answers[step] ?? '' };
    const answer = await (question.kind === 'text' ? askText(question, shown) : askChoice(question, shown));
    if (answer === undefined) return undefined;
    if (answer === back) {
      step -= 1;
    } else {
      answers[step] = answer;
      step += 1;
    }
  }
}

const back = Symbol('back');

interface Shown {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
  /** What was answered before the user came back here. */
  readonly before: string;
}

type Answer = string | typeof back | undefined;

function askText({ prompt, example, check, remark }: TextQuestion, shown: Shown): Promise<Answer> {
  const box = window.createInputBox();
  Object.assign(box, { ...common(shown), prompt, placeholder: example, value: shown.before });
  const noteOn = (answer: string) => {
    const wrong = check(answer);
    if (wrong !== null) return { message: wrong, severity: InputBoxValidationSeverity.Error };
    const odd = remark?.(answer) ?? null;
    return odd === null ? undefined : { message: odd, severity: InputBoxValidationSeverity.Warning };
  };
  return answerOf(box, (answered) => [
    // A half-written date is not a mistake yet.
    box.onDidChangeValue((value) => {
      const note = noteOn(value.trim());
      if (note?.severity !== InputBoxValidationSeverity.Error) box.validationMessage = note;
    }),
    box.onDidAccept(() => {
      const answer = box.value.trim();
      const note = noteOn(answer);
      box.validationMessage = note;
      if (note?.severity !== InputBoxValidationSeverity.Error) answered(answer);
    }),
    box.onDidTriggerButton(() => answered(back)),
  ]);
}

function askChoice({ prompt, choices }: ChoiceQuestion, shown: Shown): Promise<Answer> {
  const list = window.createQuickPick<ChoiceQuestion['choices'][number]>();
  Object.assign(list, { ...common(shown), placeholder: prompt, items: choices });
  const chosen = choices.find(({ answer }) => answer === shown.before);
  if (chosen !== undefined) list.activeItems = [chosen];
  return answerOf(list, (answered) => [
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      if (item !== undefined) answered(item.answer);
    }),
    list.onDidTriggerButton(() => answered(back)),
  ]);
}

const common = ({ title, step, totalSteps }: Shown) => ({
  title,
  // A single question is not a step.
  ...(totalSteps > 1 && { step, totalSteps }),
  buttons: step > 1 ? [QuickInputButtons.Back] : [],
  // The question stays while someone looks a number up in another window.
  ignoreFocusOut: true,
});

interface Asking {
  show(): void;
  dispose(): void;
  onDidHide(listener: () => void): Disposable;
}

function answerOf(input: Asking, listen: (answered: (answer: Answer) => void) => Disposable[]): Promise<Answer> {
  return new Promise((resolve) => {
    const listening = Disposable.from(
      ...listen((answer) => end(answer)),
      input.onDidHide(() => end(undefined)),
    );
    const end = (answer: Answer) => {
      resolve(answer);
      listening.dispose();
      input.dispose();
    };
    input.show();
  });
}
