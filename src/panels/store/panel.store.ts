import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Panel, Seat } from '../domain/panel.js';
import { PanelRow } from './panel-row.js';
import { PanelSeatRow } from './panel-seat-row.js';

/** Panels and who sits on them; a town has a handful, so they are read whole. */
@Injectable()
export class PanelStore {
  async all(tx: Transaction): Promise<Panel[]> {
    return (await tx.manager.find(PanelRow, { order: { termFrom: 'DESC', name: 'ASC' } })).map(toPanel);
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Panel> {
    const row = await tx.manager.findOneBy(PanelRow, { id });
    if (!row) throw DomainError.notFound();
    return toPanel(row);
  }

  /** The same, and nobody else changes it or calls a meeting of it until this transaction ends. */
  async getForUpdate(tx: Transaction, id: string): Promise<Panel> {
    const row = await tx.manager.findOne(PanelRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw DomainError.notFound();
    return toPanel(row);
  }

  async add(tx: Transaction, panel: Panel): Promise<void> {
    await tx.manager.insert(PanelRow, {
      ...panel,
      programIds: [...panel.programIds],
      municipalityId: tx.municipalityId,
    });
  }

  /** Throws stale when it was saved since. */
  async change(tx: Transaction, { id, version, ...changed }: Panel): Promise<void> {
    const next = { ...changed, programIds: [...changed.programIds], version: version + 1 };
    const { affected } = await tx.manager.update(PanelRow, { id, version }, next);
    if (affected !== 1) throw DomainError.stale();
  }

  /** The chair first, then in the order in which they came. */
  async seatsOf(tx: Transaction, panelId: string): Promise<Seat[]> {
    const rows = await tx.manager.find(PanelSeatRow, {
      where: { panelId },
      order: { role: 'ASC', fromOn: 'ASC', id: 'ASC' },
    });
    return rows.map(toSeat);
  }

  async seatsHeldBy(tx: Transaction, staffId: string): Promise<Seat[]> {
    return (await tx.manager.findBy(PanelSeatRow, { staffId })).map(toSeat);
  }

  async addSeat(tx: Transaction, seat: Seat): Promise<void> {
    await tx.manager.insert(PanelSeatRow, { ...seat, municipalityId: tx.municipalityId });
  }

  async endSeat(tx: Transaction, id: string, untilOn: LocalDate): Promise<void> {
    await tx.manager.update(PanelSeatRow, { id }, { untilOn });
  }
}

const toPanel = ({ municipalityId: _town, ...panel }: PanelRow): Panel => panel;
const toSeat = ({ municipalityId: _town, ...seat }: PanelSeatRow): Seat => seat;
