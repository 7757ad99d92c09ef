import { Controller, Get } from '@nestjs/common';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { EditionChanges, Programs } from '../../programs/index.js';
import { Desk, Id, page, Viewer, type PageResult } from '../shared/index.js';
import { ProgramChangesPage } from './program-changes.page.js';

/** An edition beside the published one that it follows. */
@Controller(':town/staff/programs/:versionId/changes')
@Desk('staff')
export class ProgramChangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly changes: EditionChanges,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult> {
    const compared = await this.unitOfWork.read(viewer.actor, async (tx) => {
      const after = await this.programs.version(tx, versionId);
      const before = await this.programs.predecessorOf(tx, after);
      if (!before) throw DomainError.notFound();
      return { before, after, parts: await this.changes.between(tx, before, after) };
    });
    const { name } = compared.after.document;
    return page(viewer, {
      title: `${name}：前の版との違い`,
      wide: true,
      breadcrumb: [
        { label: '補助制度', href: viewer.url('staff/programs') },
        { label: name, href: viewer.url(`staff/programs/${versionId}`) },
        { label: '前の版との違い' },
      ],
      body: ProgramChangesPage({ viewer, ...compared, mayEdit: hasDuty(viewer.actor, 'promotion') }),
    });
  }
}
