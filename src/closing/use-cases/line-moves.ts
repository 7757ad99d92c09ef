import type { BudgetLedger, BudgetLine } from '../../budgets/index.js';
import type { GrantDirectory, GrantView } from '../../grants/index.js';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError, refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import type { Transaction, UnitOfWork } from '../../platform/database/index.js';
import { moveTextFaults, type MoveState } from '../domain/line-move.js';
import type { LineMoveRow } from '../store/line-move-row.js';
import type { Asked, Kept, LineMoveStore } from '../store/line-move.store.js';

/** A move with the grant and the lines that it names. */
export type Named<Row extends LineMoveRow> = Kept<Row> & {
  readonly grant: GrantView;
  readonly fromLine: BudgetLine;
  readonly toLine: BudgetLine;
};

/** Why a move cannot be asked for or confirmed now. */
export interface Obstacle {
  readonly code: string;
  readonly params: Fault['params'];
}

const TREASURY = ['treasury-check', 'treasury-decide'] as const;

/**
 * What a grant holds on one budget line moves to another: the section asks for it with its decision, the treasury confirms it and
 * it is posted; never one person. Each kind says what hinders it and what is posted.
 */
export abstract class LineMoves<Row extends LineMoveRow> {
  /** The action of the trail for each state. */
  protected abstract readonly actions: Readonly<Record<MoveState, string>>;
  /** Refuses whoever confirms what they asked for. */
  protected abstract readonly ownCode: string;

  constructor(
    protected readonly unitOfWork: UnitOfWork,
    protected readonly moves: LineMoveStore<Row>,
    protected readonly ledger: BudgetLedger,
    protected readonly grants: GrantDirectory,
  ) {}

  /** Throws what hinders the posting by now. */
  protected abstract post(tx: Transaction, grant: GrantView, move: Kept<Row>): Promise<void>;

  /** What waits for the treasury, and what was done, the newest first. */
  desk(actor: Actor): Promise<{ readonly waiting: Named<Row>[]; readonly done: Named<Row>[] }> {
    requireDuty(actor, ...TREASURY, 'audit');
    return this.unitOfWork.read(actor, async (tx) => ({
      waiting: await this.named(tx, await this.moves.inState(tx, 'ordered')),
      done: await this.named(tx, (await this.moves.inState(tx, 'done')).reverse()),
    }));
  }

  /** Throws not-found. */
  one(actor: Actor, id: string): Promise<Named<Row>> {
    requireDuty(actor, ...TREASURY, 'audit');
    return this.unitOfWork.read(actor, async (tx) => this.nameOne(tx, await this.moves.get(tx, id)));
  }

  /** Fault at `answer`; throws `closing.correction-answered`. */
  withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.end(actor, id, 'withdrawn', reason);
  }

  /** Fault at `answer`; throws `closing.correction-answered`. */
  sendBack(actor: Actor, id: string, reason: string): Promise<void> {
    requireDuty(actor, ...TREASURY);
    return this.end(actor, id, 'returned', reason);
  }

  /** Confirmed twice it is posted once. Throws `closing.correction-answered`, `ownCode`, and what hinders it by now. */
  confirm(actor: Actor, id: string): Promise<void> {
    requireDuty(actor, ...TREASURY);
    return this.unitOfWork.run(actor, async (tx) => {
      const { grant, move } = await this.held(tx, id);
      if (move.state === 'done') return;
      refuseAnswered(move);
      if (actor.kind === 'staff' && actor.staffId === move.orderedBy) throw new DomainError(this.ownCode, 'conflict');
      await this.post(tx, grant, move);
      await this.moves.answer(tx, id, 'done', '');
      this.tell(tx, 'done', grant);
      tx.announce({ type: 'GrantLineCorrected', subjectId: grant.id });
    });
  }

  /** `ask` reads and checks what was typed, with the grant held; sent twice it is one. */
  protected orderOnce(
    actor: Actor,
    grantId: string,
    id: string,
    ask: (tx: Transaction, grant: GrantView) => Promise<Asked<Row>>,
  ): Promise<void> {
    requireDuty(actor, 'promotion');
    return this.unitOfWork.run(actor, async (tx) => {
      const grant = await this.grants.getForUpdate(tx, grantId);
      if (await this.moves.find(tx, id)) return;
      await this.moves.add(tx, await ask(tx, grant));
      this.tell(tx, 'ordered', grant);
    });
  }

  protected async named(tx: Transaction, moves: readonly Kept<Row>[]): Promise<Named<Row>[]> {
    const named: Named<Row>[] = [];
    for (const move of moves) named.push(await this.nameOne(tx, move));
    return named;
  }

  private async nameOne(tx: Transaction, move: Kept<Row>): Promise<Named<Row>> {
    return {
      ...move,
      grant: await this.grants.get(tx, move.grantId),
      fromLine: await this.ledger.line(tx, move.fromLineId),
      toLine: await this.ledger.line(tx, move.toLineId),
    };
  }

  private end(actor: Actor, id: string, state: 'returned' | 'withdrawn', typed: string): Promise<void> {
    const answer = typed.trim();
    refuseWhenFaulty(moveTextFaults('answer', answer, 'closing.correction-reason-missing'));
    return this.unitOfWork.run(actor, async (tx) => {
      const { grant, move } = await this.held(tx, id);
      refuseAnswered(move);
      await this.moves.answer(tx, id, state, answer);
      this.tell(tx, state, grant);
    });
  }

  /** The move as it stands while its grant is held. */
  private async held(tx: Transaction, id: string): Promise<{ grant: GrantView; move: Kept<Row> }> {
    const { grantId } = await this.moves.get(tx, id);
    return { grant: await this.grants.getForUpdate(tx, grantId), move: await this.moves.get(tx, id) };
  }

  private tell(tx: Transaction, state: MoveState, { id: subjectId, organizationId }: GrantView): void {
    tx.audit({ action: this.actions[state], subjectKind: 'grant', subjectId, organizationId });
  }
}

export function refuseHindered(obstacle: Obstacle | null): void {
  if (obstacle) throw new DomainError(obstacle.code, 'conflict', obstacle.params ?? {});
}

function refuseAnswered({ state }: { readonly state: MoveState }): void {
  if (state !== 'ordered') throw new DomainError('closing.correction-answered', 'conflict');
}
