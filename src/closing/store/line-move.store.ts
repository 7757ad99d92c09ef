import type { EntityTarget, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { MoveState } from '../domain/line-move.js';
import type { LineMoveRow } from './line-move-row.js';

/** A move as it was asked for and answered. */
export type Kept<Row extends LineMoveRow> = Omit<Row, 'municipalityId'>;
/** A move as somebody asks for it now. */
export type Asked<Row extends LineMoveRow> = Omit<Kept<Row>, keyof Signed>;
type Signed = Pick<
  LineMoveRow,
  ('state' | 'orderedBy' | 'orderedByName' | 'orderedAt') | ('answeredBy' | 'answeredByName' | 'answeredAt' | 'answer')
>;

const OLDEST_FIRST = { orderedAt: 'ASC', id: 'ASC' } as const;

/** Moves between budget lines of one kind; each kind names its table. */
export abstract class LineMoveStore<Row extends LineMoveRow> {
  protected abstract readonly rows: EntityTarget<Row>;

  async add(tx: Transaction, move: Asked<Row>): Promise<void> {
    const { actor, municipalityId } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const signed = { orderedBy: actor.staffId, orderedByName: actor.name, orderedAt: tx.now };
    await tx.manager.insert(this.rows, { ...move, municipalityId, state: 'ordered', answer: '', ...signed } as never);
  }

  async find(tx: Transaction, id: string): Promise<Kept<Row> | null> {
    const [found] = await this.where(tx, { id });
    return found ?? null;
  }

  /** Throws not-found. */
  async get(tx: Transaction, id: string): Promise<Kept<Row>> {
    const move = await this.find(tx, id);
    if (!move) throw DomainError.notFound();
    return move;
  }

  /** Oldest first. */
  ofGrant(tx: Transaction, grantId: string): Promise<Kept<Row>[]> {
    return this.where(tx, { grantId });
  }

  /** Oldest first. */
  inState(tx: Transaction, state: MoveState): Promise<Kept<Row>[]> {
    return this.where(tx, { state });
  }

  async answer(tx: Transaction, id: string, state: Exclude<MoveState, 'ordered'>, answer: string): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'staff') throw DomainError.forbidden();
    const signed = { answeredBy: actor.staffId, answeredByName: actor.name, answeredAt: tx.now };
    const waiting = { id, state: 'ordered' } as FindOptionsWhere<Row>;
    const done = await tx.manager.update(this.rows, waiting, { state, answer, ...signed } as never);
    if (done.affected !== 1) throw DomainError.stale();
  }

  private async where(tx: Transaction, where: Partial<LineMoveRow>): Promise<Kept<Row>[]> {
    const rows = await tx.manager.find(this.rows, {
      where: where as FindOptionsWhere<Row>,
      order: OLDEST_FIRST as FindOptionsOrder<Row>,
    });
    return rows.map(({ municipalityId: _town, ...move }) => move);
  }
}
