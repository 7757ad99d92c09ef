import { Injectable } from '@nestjs/common';
import type { FormSection } from '../../../forms/index.js';
import { requireDuty } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Calls, type Call } from '../../../proposals/index.js';
import type { Crumb, Viewer } from '../../shared/index.js';
import type { AskedDraft, AskedOf } from '../program-questions-of.js';
import { callCrumbs } from './crumbs.js';

/** The questions of a call, on the pages on which a programme's are edited. */
export const CALL_QUESTIONS: AskedOf = {
  lead: '提案する人が答える質問を、区分ごとに並べます。',
  writer: '提案する人',
  taken: 'この募集から質問がなくなります。',
  projects: false,
  back: { words: '募集の編集に戻る', at: (callId) => `staff/proposals/${callId}/edit` },
  at: (callId, below) => `staff/proposals/${callId}/${below}`,
};

export const QUESTIONS_TITLE = '提案で答えてもらう質問';

/** Nothing else in a call refers to its questions. */
export const askedForm = (form: readonly FormSection[]) => ({ form, rule: { facts: [] }, project: null });

export const askedDraft = ({ id, version, form }: Call): AskedDraft => ({ id, version, document: { form } });

/** What every page of a call's questions needs first. */
@Injectable()
export class CallDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: Calls,
  ) {}

  /** The call for those who may write it; null once it is published. */
  async draft(viewer: Viewer, callId: string): Promise<Call | null> {
    requireDuty(viewer.actor, 'promotion');
    const { call } = await this.unitOfWork.read(viewer.actor, (tx) => this.calls.get(tx, callId));
    return call.state === 'draft' ? call : null;
  }

  crumbs(viewer: Viewer, { id, title }: Call, ...below: readonly Crumb[]): Crumb[] {
    return callCrumbs(viewer, { label: title, href: viewer.url(`staff/proposals/${id}`) }, ...below);
  }
}
