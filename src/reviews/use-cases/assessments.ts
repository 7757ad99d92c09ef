import { Injectable } from '@nestjs/common';
import { restoreWorking, storeWorking } from '../../kernel/working.js';
import {
  assessableLines,
  GrantAmounts,
  placesOf,
  type ApplicationView,
  type Submission,
} from '../../applications/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  assessedLines,
  isChanged,
  notAboveApplied,
  type AssessableLine,
  type Assessment,
  type LineAssessment,
} from '../domain/assessment.js';

/** 査定: what the rule gives when staff judge some of the costs otherwise than the applicant. */
@Injectable()
export class Assessments {
  constructor(private readonly amounts: GrantAmounts) {}

  /** The lines of what was sent last that may be judged; none where no cost can be doubtful. */
  linesOf({ document }: ApplicationView, { content }: Submission): AssessableLine[] {
    const words = new Map(placesOf(content).map(({ pointer, text }) => [pointer, text]));
    return assessableLines(document.budget, content.budget).map(({ id, label, remark, amount, eligible }) => ({
      ...{ id, label, remark, amount, eligible },
      words: words.get(`budget.${id}`) ?? '',
    }));
  }

  /** The applied amount with its own working as long as no line counts otherwise; never more than was applied for. */
  async of(
    tx: Transaction,
    application: ApplicationView,
    submission: Submission,
    kept: readonly LineAssessment[],
  ): Promise<Assessment> {
    const lines = assessedLines(this.linesOf(application, submission), kept);
    const { content } = submission;
    const changed = lines.filter(isChanged);
    if (changed.length === 0) return { lines, working: content.working };
    const judged = new Map(changed.map(({ lineId, eligible }) => [lineId, eligible]));
    const worked = await this.amounts.reassess(tx, application, content, judged);
    const applied = restoreWorking(content.working).total;
    return { lines, working: storeWorking(notAboveApplied(worked, applied, application.document.articles.decision)) };
  }
}
