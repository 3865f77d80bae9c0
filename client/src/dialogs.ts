/** Questions to the user, asked in one place: the editor refuses modal dialogs while tests run, so that tests answer here. */
import * as vscode from 'vscode';

export interface Question {
  readonly message: string;
  /** Makes the question modal: nothing goes on before the answer. */
  readonly detail?: string;
  readonly kind: 'information' | 'warning';
  /** The answers; the first is the default. */
  readonly choices: readonly string[];
}

export class Dialogs {
  #answer: ((question: Question) => string | undefined) | undefined;

  /** @returns the chosen answer; undefined when the question was dismissed */
  async ask(question: Question): Promise<string | undefined> {
    if (this.#answer) return this.#answer(question);
    const { message, detail, kind, choices } = question;
    const show = kind === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    return show<string>(message, { modal: detail !== undefined, detail }, ...choices);
  }

  /** Answers in place of the user from now on; undefined gives the questions back to the user. */
  answerWith(answer: ((question: Question) => string | undefined) | undefined): void {
    this.#answer = answer;
  }
}
