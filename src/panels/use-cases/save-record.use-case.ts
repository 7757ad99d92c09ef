import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { KeepRecord, type RecordForm } from './keep-record.js';

/** Keeps 議事 and 講評 as far as they are written. */
@Injectable()
export class SaveRecord {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keeper: KeepRecord,
  ) {}

  execute(actor: Actor, form: RecordForm): Promise<{ version: number }> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const { meeting } = await this.keeper.keep(tx, form);
      return { version: meeting.version };
    });
  }
}
