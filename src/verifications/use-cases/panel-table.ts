import { Injectable } from '@nestjs/common';
import { ApplicationDirectory } from '../../applications/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Sittings, type Sitting } from '../../panels/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { ProposalTies } from '../../proposals/index.js';
import { Ties } from '../../staff/index.js';
import { blankSheet, type TableMember } from '../domain/member-sheet.js';
import type { Verification } from '../domain/verification.js';
import { MemberSheetStore } from '../store/member-sheet.store.js';

/** The panel at one verification: the meeting, and each who sits there with what they answered. */
export interface PanelTable {
  readonly sitting: Sitting;
  readonly members: readonly TableMember[];
}

/** Who answers a verification for the panel, and who keeps away from it. */
@Injectable()
export class PanelTables {
  constructor(
    private readonly sittings: Sittings,
    private readonly ties: Ties,
    private readonly proposalTies: ProposalTies,
    private readonly applications: ApplicationDirectory,
    private readonly sheets: MemberSheetStore,
  ) {}

  /** null where no meeting was put in charge. */
  async of(tx: Transaction, verification: Verification): Promise<PanelTable | null> {
    const { id, meetingId, organizationId, applicationId } = verification;
    if (meetingId === null) return null;
    const { members, ...sitting } = await this.sittings.of(tx, meetingId);
    const tied = new Set((await this.ties.tiedTo(tx, [organizationId], tx.today)).get(organizationId));
    const proposalId = await this.applications.proposalOf(tx, applicationId);
    for (const each of proposalId === null ? [] : await this.proposalTies.idsOf(tx, proposalId)) tied.add(each);
    const sheets = await this.sheets.of(tx, id);
    return {
      sitting,
      members: members.map(({ staffId, name, role }): TableMember => {
        const sheet = sheets.find((each) => each.staffId === staffId) ?? blankSheet(staffId);
        return { staffId, name, role, sheet, away: tied.has(staffId) || sheet.recused !== '' };
      }),
    };
  }

  /** The same for a member who answers at it. Throws not-found to everyone else, and to whoever keeps away from it. */
  async ofMember(tx: Transaction, verification: Verification): Promise<PanelTable & { readonly own: TableMember }> {
    const { actor } = tx;
    const table = await this.of(tx, verification);
    const own =
      actor.kind === 'staff' && hasDuty(actor, 'panel')
        ? table?.members.find(({ staffId }) => staffId === actor.staffId)
        : undefined;
    if (!table || !own || own.away) throw DomainError.notFound();
    return { ...table, own };
  }
}
