import { Injectable } from '@nestjs/common';
import { hasDuty, requireDuty } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Programs, type ProgramVersion } from '../../programs/index.js';
import type { Crumb, Viewer } from '../shared/index.js';
import { draftPath } from './program-draft.page.js';

/** What every page of a draft edition needs first. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
  ) {}

  /** The draft for those who may edit it; null once it is published. */
  async draft(viewer: Viewer, versionId: string): Promise<ProgramVersion | null> {
    requireDuty(viewer.actor, 'promotion', 'administer');
    const version = await this.unitOfWork.read(viewer.actor, (tx) => this.programs.version(tx, versionId));
    return version.state === 'draft' ? version : null;
  }
}

/** Promotion staff edit every part; an administrator the rule, whose structure is theirs. */
export const mayEditPart = ({ actor }: Viewer, part: string): boolean =>
  hasDuty(actor, 'promotion') || (hasDuty(actor, 'administer') && part === 'amount');

/** 補助制度 › the edition › its draft › the page. */
export function draftCrumbs(viewer: Viewer, { id, document }: ProgramVersion, ...titles: readonly string[]): Crumb[] {
  const [title, ...rest] = titles;
  const draft = '下書きを直す';
  return [
    { label: '補助制度', href: viewer.url('staff/programs') },
    { label: document.name, href: viewer.url(`staff/programs/${id}`) },
    title === undefined ? { label: draft } : { label: draft, href: viewer.url(draftPath(id)) },
    ...[title, ...rest].filter((each) => each !== undefined).map((label) => ({ label })),
  ];
}
