import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { refuseWhenFaulty, type Fault } from '../../kernel/domain-error.js';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { holdingFaults, holdsOn, type HoldingKind } from '../domain/holding.js';
import { StaffStore } from '../store/staff.store.js';
import { Authority } from './authority.js';
import { PostAbolition, refuseBeyondEnd } from './post-abolition.js';

/** One line of the list of transfers: from which post to which; either may be missing. */
export interface TransferLine {
  readonly staffId: string;
  readonly fromPostId: string | null;
  readonly toPostId: string | null;
  readonly kind: HoldingKind;
}

export interface TransferStaffCommand {
  /** The first day in the new posts. */
  readonly on: LocalDate;
  readonly lines: readonly TransferLine[];
}

/**
 * 人事異動: all changes of holders for a day as one act. Who leaves a post leaves it the day before, whatever the order of
 * the lines; all of them or none. Faults at `on`, `lines[i].…`.
 */
@Injectable()
export class TransferStaff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly authority: Authority,
    private readonly abolitions: PostAbolition,
  ) {}

  /** Also tells what speaks against the authority table with the people of that day. */
  execute(actor: Actor, { on, lines }: TransferStaffCommand): Promise<{ warnings: Fault[] }> {
    requireDuty(actor, 'administer');
    return this.unitOfWork.run(actor, async (tx) => {
      refuseWhenFaulty([
        ...(on < tx.today ? [{ pointer: 'on', code: 'staff.transfer-in-the-past' }] : []),
        ...(lines.length === 0 ? [{ pointer: '', code: 'staff.transfer-empty' }] : []),
        ...lines.flatMap((line, index) => lineFaults(actor, line, `lines[${String(index)}]`)),
      ]);
      for (const [index, line] of lines.entries()) await this.leave(tx, on, line, `lines[${String(index)}]`);
      for (const [index, line] of lines.entries()) await this.enter(tx, on, line, `lines[${String(index)}]`);
      const subject = { subjectKind: 'municipality', subjectId: tx.municipalityId };
      tx.audit({ action: 'staff.transferred', ...subject, detail: { on, lines: lines.map((line) => ({ ...line })) } });
      const table = await this.authority.inForce(tx, on);
      return { warnings: table ? await this.authority.faultsOn(tx, table, on) : [] };
    });
  }

  private async leave(tx: Transaction, on: LocalDate, line: TransferLine, pointer: string): Promise<void> {
    if (line.fromPostId === null) return;
    const held = (await this.staff.holdings(tx)).find(
      (holding) =>
        holding.staffId === line.staffId &&
        holding.postId === line.fromPostId &&
        holdsOn(holding, addDays(on, -1)) &&
        (holding.untilOn === null || holding.untilOn >= on),
    );
    const post = await this.staff.post(tx, line.fromPostId);
    refuseWhenFaulty(
      held ? [] : [{ pointer: `${pointer}.fromPostId`, code: 'staff.transfer-not-held', params: { post: post.name } }],
    );
    if (held) await this.staff.endHolding(tx, held.id, addDays(on, -1));
  }

  private async enter(tx: Transaction, on: LocalDate, line: TransferLine, pointer: string): Promise<void> {
    if (line.toPostId === null) return;
    const post = await this.staff.post(tx, line.toPostId);
    await refuseBeyondEnd(tx, this.abolitions, post, on);
    const others = await this.staff.holdingsForAssignment(tx, line.staffId);
    const { staffId, kind } = line;
    const holding = { id: randomUUID(), staffId, kind, postId: post.id, fromOn: on, untilOn: null };
    const faults = holdingFaults({ ...holding, side: post.side, postName: post.name }, others);
    refuseWhenFaulty([
      ...faults.map((fault) => ({ ...fault, pointer: `${pointer}.toPostId` })),
      ...(post.abolishedOn === null
        ? []
        : [{ pointer: `${pointer}.toPostId`, code: 'staff.post-abolished', params: { post: post.name } }]),
    ]);
    await this.staff.insertHolding(tx, holding);
  }
}

function lineFaults(actor: Actor, line: TransferLine, pointer: string): Fault[] {
  if (line.staffId === '') return [{ pointer: `${pointer}.staffId`, code: 'staff.member-missing' }];
  if (actor.kind === 'staff' && actor.staffId === line.staffId) {
    return [{ pointer: `${pointer}.staffId`, code: 'staff.own-post' }];
  }
  if (line.fromPostId === null && line.toPostId === null) {
    return [{ pointer: `${pointer}.toPostId`, code: 'staff.transfer-without-post' }];
  }
  return [];
}
