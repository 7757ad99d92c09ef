import { Injectable } from '@nestjs/common';
import { CaseList } from '../../cases/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Programs } from '../../programs/index.js';
import type { Application } from '../domain/application.js';
import { applicationTitle } from '../domain/application-title.js';
import { type Section, textIn } from '../../forms/index.js';

/** Keeps the name of the project in the lists as its applicant writes it, so that two of one year are told apart. */
@Injectable()
export class CaseTitles {
  constructor(
    private readonly programs: Programs,
    private readonly cases: CaseList,
  ) {}

  /** After a save: only the section that names the project changes anything. */
  async follow(
    tx: Transaction,
    { id, programVersionId }: Application,
    { name, fields }: Pick<Section, 'name' | 'fields'>,
  ): Promise<void> {
    const { document } = await this.programs.version(tx, programVersionId);
    const question = document.project?.titleQuestion;
    const asked = document.form.find((section) => section.id === name)?.questions.some((each) => each.id === question);
    if (question === undefined || !asked) return;
    await this.cases.retitle(tx, id, applicationTitle(document, [{ id: question, text: textIn(fields, question) }]));
  }
}
