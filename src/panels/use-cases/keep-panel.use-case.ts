import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuseUnfitPanel, type Panel } from '../domain/panel.js';
import { PanelStore } from '../store/panel.store.js';
import { PanelSubjects } from './panel-subjects.js';

export interface KeepPanelCommand extends Omit<Panel, 'id' | 'version'> {
  /** null opens a new panel. */
  readonly panelId: string | null;
  readonly version: number;
}

/** Sets a panel up, or changes its name, term and programmes. Faults at `name`, `programIds`, `termUntil`. */
@Injectable()
export class KeepPanel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: PanelStore,
    private readonly subjects: PanelSubjects,
  ) {}

  execute(actor: Actor, command: KeepPanelCommand): Promise<{ panelId: string }> {
    requireDuty(actor, 'promotion');
    const { panelId, version, termFrom, termUntil } = command;
    const programIds = [...new Set(command.programIds)];
    const kept = { name: command.name.trim(), programIds, termFrom, termUntil };
    refuseUnfitPanel(kept);
    return this.unitOfWork.run(actor, async (tx) => {
      const known = new Set<string>();
      for (const subject of this.subjects.all()) for (const { id } of await subject.programmes(tx)) known.add(id);
      if (programIds.some((id) => !known.has(id))) throw DomainError.notFound();
      const panel = { ...kept, id: panelId ?? randomUUID(), version };
      if (panelId === null) await this.panels.add(tx, { ...panel, version: 1 });
      else await this.panels.change(tx, panel);
      const detail = { name: kept.name, fromOn: termFrom, untilOn: termUntil };
      tx.audit({ action: 'panel.kept', subjectKind: 'panel', subjectId: panel.id, detail });
      return { panelId: panel.id };
    });
  }
}
