/** Questions to the user. All are asked here, because the editor refuses modal dialogs while tests run, and the tests must answer them. */
import * as vscode from 'vscode';

/** A question with its possible answers. */
export interface Question {
  readonly message: string;
  /** Makes the question modal: nothing goes on before the answer. */
  readonly detail?: string;
  readonly kind: 'information' | 'warning';
  /** The answers; the first is the default. */
  readonly choices: readonly string[];
}

/** Asks the user, or whoever answers in the user's place. */
export class Dialogs {
  #answer: ((question: Question) => string | undefined) | undefined;

  /** @returns the chosen answer; undefined when the question was dismissed */
  async ask(question: Question): Promise<string | undefined> {
    if (this.#answer) return this.#answer(question);
    const { message, detail, kind, choices } = question;
    const show = kind === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    return show<string>(message, { modal: detail !== undefined, detail }, ...choices);
  }

  /** From now on `answer` replies instead of the user; undefined lets the user answer again. */
  answerWith(answer: ((question: Question) => string | undefined) | undefined): void {
    this.#answer = answer;
  }
}
