import { Controller, Get } from '@nestjs/common';
import { publicActor } from '../../../kernel/actor.js';
import { Municipalities } from '../../../municipalities/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Programs } from '../../../programs/index.js';
import { TownPageWords } from '../../../records/index.js';
import { Desk, Id, page, SHARED_FOR_SECONDS, Viewer, type PageResult } from '../../shared/index.js';
import { townCrumbs } from '../town-crumbs.js';
import { PublicProgramPage } from './program.page.js';

/** 補助制度 for everyone: what it is for, who may apply until when, how, and what it comes to. */
@Controller(':town/programs/:versionId')
@Desk('public')
export class PublicProgramsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly programs: Programs,
    private readonly municipalities: Municipalities,
    private readonly words: TownPageWords,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<PageResult> {
    // What staff are still writing is seen at their desk, not here.
    const view = await this.unitOfWork.read(publicActor(viewer.town.id), async (tx) => {
      const program = await this.programs.publishedVersion(tx, versionId);
      const section = await this.municipalities.sectionOf(tx, program.document.handledBy);
      return { program, section, now: tx.now, applying: (await this.words.shown(tx)).applying };
    });
    const { name, purpose } = view.program.document;
    return page(viewer, {
      sharedForSeconds: SHARED_FOR_SECONDS,
      title: name,
      lead: purpose,
      breadcrumb: townCrumbs(viewer, { label: name }),
      body: PublicProgramPage({ viewer, ...view }),
    });
  }
}
