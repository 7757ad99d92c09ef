import { Controller, Get, Param } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LETTER_NAMES, LetterSamples } from '../../programs/index.js';
import { Desk, download, Id, Viewer, type DownloadResult } from '../shared/index.js';

/** The letters of an edition as samples 見本, drawn as they would be issued. */
@Controller(':town/staff/programs/:versionId/letters')
@Desk('staff')
export class ProgramLettersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly samples: LetterSamples,
  ) {}

  @Get(':letter/sample')
  async sample(
    @Viewer() viewer: Viewer,
    @Id('versionId') versionId: string,
    @Param('letter') name: string,
  ): Promise<DownloadResult> {
    const letter = LETTER_NAMES.find((each) => each === name);
    if (!letter) throw DomainError.notFound();
    const { bytes, fileName } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.samples.draw(tx, versionId, letter),
    );
    return download({ bytes, fileName, mediaType: 'application/pdf', inline: true });
  }
}
