import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ScanFile } from '../../platform/files/index.js';
import type { CommittedEvent, EventHandler, Postpone } from '../../platform/outbox/index.js';

/** FileReceived → the virus scanner looks at the file, now or as soon as it answers. */
@Injectable()
export class ScanReceivedFile implements EventHandler {
  readonly name = 'scan-file';

  constructor(private readonly scanning: ScanFile) {}

  async handle(tx: Transaction, event: CommittedEvent, postpone: Postpone): Promise<void> {
    const again = await this.scanning.scan(tx, event.subjectId);
    if (again) postpone(again);
  }
}
