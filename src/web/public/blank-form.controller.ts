import { Controller, Get } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/index.js';
import { sha256Of } from '../../platform/files/index.js';
import { BlankForms } from '../../programs/index.js';
import { Desk, download, Id, Viewer, type DownloadResult } from '../shared/index.js';

/** A published form changes only when its period or the letterhead does. */
const SAME_FOR_SECONDS = 600;

/** The application form as a paper to print; that of a draft is there for its staff alone. */
@Controller(':town/programs/:versionId/form')
@Desk('public')
export class BlankFormController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly forms: BlankForms,
  ) {}

  @Get()
  async show(@Viewer() viewer: Viewer, @Id('versionId') versionId: string): Promise<DownloadResult> {
    const { bytes, fileName, published } = await this.unitOfWork.read(viewer.actor, (tx) =>
      this.forms.of(tx, versionId),
    );
    return download({
      ...{ bytes, fileName, mediaType: 'application/pdf', inline: true },
      ...(published && { publicForSeconds: SAME_FOR_SECONDS, tag: sha256Of(bytes) }),
    });
  }
}
