import { Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { DeskOpenings } from '../../staff/index.js';
import { Desk, fragment, Id, Viewer } from '../shared/index.js';
import { Colleagues } from '../shared/opened-by-others.js';

/** What a page calls its case, by the kind under which it is open. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  application: ['この審査', 'この案件'],
  draft: ['この起案'],
};

/** The sign of life of an open page, answered with who else has the case open. */
@Controller(':town/staff/openings')
@Desk('staff')
export class OpeningsController {
  constructor(private readonly openings: DeskOpenings) {}

  @Post(':kind/:subjectId')
  @HttpCode(200)
  async keep(
    @Viewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Id('subjectId') id: string,
    @Query('what') asked: unknown,
  ): Promise<string> {
    const what = (Object.hasOwn(WORDS, kind) ? WORDS[kind] : undefined)?.find((words) => words === asked);
    if (what === undefined) throw DomainError.notFound();
    return fragment(Colleagues({ others: await this.openings.keep(viewer.actor, { kind, id }), what }));
  }
}
